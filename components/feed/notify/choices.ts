"use client";
import { storedSwitch } from "../../ui/stored-switch";

/** Whether important activity is told of by the desktop while nobody looks. The browser's permission is needed besides. */
export const desktopChoice = storedSwitch("las.notify.desktop", false);

/** Whether it sounds. */
export const soundChoice = storedSwitch("las.notify.sound", false);

/** Whether what arrives is said to screen readers. */
export const spokenChoice = storedSwitch("las.notify.spoken", true);
