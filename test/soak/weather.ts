import { anyOf, between } from './chance.js';
import type { Chronicle } from './chronicle.js';
import type { Field } from './field.js';
import { MOODS, type Mood } from './subgraph/moods.js';
import { setTimeout as delay } from 'node:timers/promises';

/** Pause before the next blow, and how long a subgraph is away or in a mood. Unit: milliseconds. */
const CALM = [1_000, 3_000] as const;
const AWAY = [500, 1_500] as const;
const BAD = [500, 4_000] as const;

type BadMood = Exclude<Mood, 'well'>;

/** What befalls subgraphs, one after the other; every other blow kills one. */
const BAD_MOODS = (Object.keys(MOODS) as readonly Mood[]).filter((mood): mood is BadMood => mood !== 'well');

/** Strikes one subgraph after the other until it is enough. */
export async function strikeOn(field: Field, chronicle: Chronicle, over: AbortSignal): Promise<void> {
  for (let blow = 0; !over.aborted; blow += 1) {
    await delay(between(...CALM));
    const name = anyOf([...field.subgraphs.keys()]);
    chronicle.now.strikes += 1;
    const mood = blow % 2 === 0 ? undefined : BAD_MOODS[(blow >> 1) % BAD_MOODS.length];
    chronicle.meet(`a subgraph that is ${mood ?? 'killed'}`);
    if (mood) await field.spoil(name, mood, between(...BAD));
    else await field.kill(name, between(...AWAY));
  }
}
