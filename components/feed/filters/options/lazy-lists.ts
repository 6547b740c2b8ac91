import { later } from "../../../ui/later";

const lists = () => import("./lists");

export const AddList = later(() => lists().then((module) => module.AddList));
export const DateList = later(() => lists().then((module) => module.DateList));
export const EntityList = later(() => lists().then((module) => module.EntityList));
export const PersonList = later(() => lists().then((module) => module.PersonList));
export const SourceList = later(() => lists().then((module) => module.SourceList));
export const TypeList = later(() => lists().then((module) => module.TypeList));
