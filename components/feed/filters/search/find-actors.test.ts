import { expect, it } from "vitest";
import { chooseActors } from "./find-actors";

const people = (...names: string[]) => names.map((name, index) => ({ id: `${index}`, name }));

it("takes everybody of exactly that name, else the only one who may be meant", () => {
  expect(chooseActors("alice", people("Alice", "ALICE", "Alice Chen"))).toEqual({ ids: ["0", "1"] });
  expect(chooseActors("ali", people("Alice", "Natalie"))).toEqual({ ids: ["0"] });
  expect(chooseActors("chen", people("Alice Chen"))).toEqual({ ids: ["0"] });
});

it("says why nobody is meant", () => {
  expect(chooseActors("bo", [])).toEqual({ message: "is nobody's name here" });
  expect(chooseActors("a", people("Ann", "Al", "Ada", "Abe"))).toEqual({ message: "may be Ann, Al, Ada and others" });
});
