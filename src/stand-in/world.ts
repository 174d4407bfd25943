import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { InRegion, type AnswerSet } from './answers.ts';
import { account } from './facts.ts';
import { CannedError, startFront, type Front } from './front.ts';
import { root } from './root.ts';

const folder = path.join(root, 'src/stand-in/world');

/** Where an answer set is written, from the project's folder. */
export type WorldFile = readonly [file: string, set: AnswerSet];

let loaded: Promise<readonly WorldFile[]> | undefined;

/**
 * Everything AWS answers about the world: each `world/<service>/<file>.ts`, which answers what the types of
 * `src/services/<service>/<file>.ts` ask.
 * @throws Error when two files answer one operation
 */
export function worldFiles(): Promise<readonly WorldFile[]> {
  return (loaded ??= load());
}

async function load(): Promise<readonly WorldFile[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const sets = await Promise.all(
    files.sort().map(async (name): Promise<WorldFile> => {
      const { default: set } = (await import(pathToFileURL(path.join(folder, name)).href)) as { default: AnswerSet };
      return [`src/stand-in/world/${name}`, set];
    }),
  );
  const owner = new Map<string, string>();
  for (const [file, { service, answers }] of sets)
    for (const operation of Object.keys(answers)) {
      const name = `${service}:${operation}`;
      const other = owner.get(name);
      if (other !== undefined) throw new Error(`${file} and ${other} both answer ${name}`);
      owner.set(name, file);
    }
  return sets;
}

/** Lets a front, or what takes its place, answer as the world does. */
export async function answerWorld(front: Pick<Front, 'answer' | 'error'>): Promise<void> {
  for (const [file, { service, answers }] of await worldFiles()) {
    for (const [operation, answer] of Object.entries(answers)) {
      try {
        if (answer instanceof CannedError) front.error({ service, operation }, answer.error);
        else if (answer instanceof InRegion) front.answer({ service, operation, region: answer.region }, answer.body);
        else front.answer({ service, operation }, answer);
      } catch (error) {
        throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    }
  }
}

/**
 * Starts a server that answers as a small account does: something of every resource type in two regions, good and bad, so that
 * a scan sends every operation that checks declare. Two scans meet the same answers; what is not written is an empty list.
 * @param partition where the account is
 */
export async function startWorld(partition = 'aws'): Promise<Front> {
  const front = await startFront({ otherwise: 'empty', defaultAccount: account, partition });
  await answerWorld(front);
  return front;
}
