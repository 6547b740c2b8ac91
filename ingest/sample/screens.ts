import type { Json } from "@/activity/json";
import { PICTURED_SCREENS } from "./content/pictured-screens";
import { SCREENS, type Screen } from "./content/screen-texts";
import { createDeck } from "./deck";
import { BOTS } from "./people";
import type { Story, World } from "./story";

const SIZES = [
  [2560, 1440],
  [1920, 1080],
  [3024, 1964],
  [1728, 1117],
] as const;

/** Words of a text, in scripts without spaces too. */
function countWords(text: string, language: string): number {
  const segments = new Intl.Segmenter(language, { granularity: "word" }).segment(text);
  return [...segments].filter(({ isWordLike }) => isWordLike).length;
}

function capture(world: World, screen: Screen): Story {
  const number = world.take("screen");
  const reference = `SCREEN-${number}`;
  const entity = {
    type: "screenshot",
    id: String(number),
    name: screen.app,
    reference,
    url: `https://screens.example/${number}`,
  };
  const [width, height] = world.random.pick(SIZES);
  const text = screen.text(world.random);
  const picture: { [key: string]: Json } = screen.image === undefined ? {} : { imageUrl: screen.image };
  return [
    {
      after: 0,
      anyHour: true,
      draft: {
        eventType: "screenshot.captured",
        actor: BOTS.system,
        entity,
        metadata: { ...picture, window: screen.window, width, height },
      },
    },
    {
      after: world.random.int(3, 40) / 60,
      anyHour: true,
      draft: {
        eventType: "ocr.completed",
        actor: BOTS.system,
        entity,
        metadata: {
          text,
          wordCount: countWords(text, screen.language),
          language: screen.language,
          confidence: world.random.int(910, 998) / 1000,
        },
      },
    },
  ];
}

/** Tells of one screenshot after the other: captured, then its text read. Every fourth has a picture. */
export function createScreenStories(world: World): () => Story {
  const nextPictured = createDeck(world.random, PICTURED_SCREENS);
  const nextPlain = createDeck(world.random, SCREENS);
  let told = 0;
  return () => {
    told += 1;
    return capture(world, told % 4 === 1 ? nextPictured().card : nextPlain().card);
  };
}
