/** Two soft notes, hertz and seconds from now. */
const NOTES = [
  { pitch: 587.33, at: 0 },
  { pitch: 880, at: 0.13 },
] as const;
const LOUDNESS = 0.09;
const RISE_S = 0.02;
const FADE_S = 0.55;

let context: AudioContext | undefined;

/** Plays a short, gentle tone. Browsers keep silent until the page was clicked or typed into once. */
export async function playTone(): Promise<void> {
  context ??= new AudioContext();
  const { currentTime, destination } = context;
  await context.resume();
  for (const { pitch, at } of NOTES) {
    const start = currentTime + at;
    const note = context.createOscillator();
    const volume = context.createGain();
    note.frequency.value = pitch;
    // Swells and fades: a note that is cut off clicks.
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(LOUDNESS, start + RISE_S);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + FADE_S);
    note.connect(volume).connect(destination);
    note.start(start);
    note.stop(start + FADE_S);
  }
}
