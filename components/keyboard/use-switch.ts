"use client";
import { storedSwitch } from "../ui/stored-switch";

const shortcuts = storedSwitch("las.shortcuts", true);

/** Whether single keys are shortcuts in this browser. They are until they are switched off (WCAG 2.2, 2.1.4). */
export const areShortcutsOn = shortcuts.isOn;

/** {@link areShortcutsOn}, and how to change it. */
export const useShortcutSwitch = shortcuts.use;
