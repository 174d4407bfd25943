import type { Api } from '../aws/api.ts';
import { codeOf } from '../aws/errors.ts';

/** What is asked about one resource, among others, in one request. */
export interface Question {
  /** By which the answer is told from the others'. */
  readonly id: string;
}

/** When is asked, and about how long. */
export interface Asked {
  /** The collection's clock: the time at which it began, also where it goes on later, so that it asks the same again. */
  readonly now: Date;
  /** Whole days before, as the checks' settings say; 0 where none has any. */
  readonly days: number;
}

/** How a facet asks about many resources at once. */
export interface Joint {
  /** Facets with the same key share requests, those of other types too; a facet's own when absent. */
  readonly key?: string | undefined;
  /** How many questions one request takes. */
  readonly most: number;
  /** What there are `most` of in a request, in words; the type's resources when absent. */
  readonly unit?: string | undefined;
  /** Codes of errors by which one question spoils the whole request: then each half is asked again. */
  readonly spoiledBy: readonly string[];
  /** The setting of checks that says how many days they look back. */
  readonly window?: string | undefined;
  /** The question about a resource; undefined: there is none, and the facet's value is undefined. */
  readonly ask: (item: never, asked: Asked) => Question | undefined;
  /** The answers by the questions' ids; an `Error` where the service says that it failed for one. */
  readonly read: (api: never, questions: readonly never[]) => Promise<ReadonlyMap<string, unknown>>;
}

/** How a question ended. */
export type Answered = { readonly value: unknown } | { readonly error: unknown };

/** The code of a question that the answer does not mention; a facet may declare it in `absentOn`. */
const notInAnswer = 'NotInAnswer';

const leftOut = (id: string): Error => Object.assign(new Error(`the answer leaves out ${id}`), { name: notInAnswer });

/**
 * Asks some questions in one request, or in more where one of them spoils it.
 * @returns how each ended, in their order: a request that fails fails for all of its questions
 */
export async function askTogether<Q extends Question>(
  questions: readonly Q[],
  spoiledBy: readonly string[],
  read: (questions: readonly Q[]) => Promise<ReadonlyMap<string, unknown>>,
): Promise<Answered[]> {
  try {
    const answers = await read(questions);
    return questions.map(({ id }) => {
      if (!answers.has(id)) return { error: leftOut(id) };
      const value = answers.get(id);
      return value instanceof Error ? { error: value } : { value };
    });
  } catch (error) {
    if (questions.length === 1 || !spoiledBy.includes(codeOf(error))) return questions.map(() => ({ error }));
    const half = Math.ceil(questions.length / 2);
    const parts = [questions.slice(0, half), questions.slice(half)];
    return (await Promise.all(parts.map((part) => askTogether(part, spoiledBy, read)))).flat();
  }
}

/** How many requests are under way before their first answer is looked at. */
const ahead = 4;

interface Slot {
  readonly key: string;
  readonly question: Question;
}

/**
 * The questions of one kind in one region. Which go together is known when everyone has told what to ask; each request is sent
 * when its turn comes, so that a collection that is interrupted has lost little.
 */
export class QuestionPool {
  readonly #joint: Pick<Joint, 'most' | 'spoiledBy'>;
  readonly #read: (questions: readonly Question[]) => Promise<ReadonlyMap<string, unknown>>;
  readonly #told: (readonly Slot[] | undefined)[];
  readonly #ready: Promise<void>;
  #begin!: () => void;
  /** In which request a question is, and at which place. */
  readonly #places = new Map<string, readonly [request: number, index: number]>();
  readonly #requests: Slot[][] = [];
  readonly #sent: Promise<Answered[]>[] = [];

  /** @param askers how many will tell what they ask */
  constructor(
    askers: number,
    joint: Pick<Joint, 'most' | 'spoiledBy'>,
    read: (questions: readonly Question[]) => Promise<ReadonlyMap<string, unknown>>,
  ) {
    this.#joint = joint;
    this.#read = read;
    this.#told = Array.from({ length: askers }, () => undefined);
    this.#ready = new Promise((resolve) => {
      this.#begin = resolve;
    });
  }

  /** Tells all that one asker asks, by keys that no other uses. What it tells again does not count. */
  tell(asker: number, questions: ReadonlyMap<string, Question>): void {
    if (this.#told[asker] !== undefined) return;
    this.#told[asker] = [...questions].map(([key, question]) => ({ key, question }));
    if (this.#told.includes(undefined)) return;
    for (const slot of this.#told.flatMap((slots) => slots ?? [])) {
      let last = this.#requests.at(-1);
      if (last === undefined || last.length === this.#joint.most) this.#requests.push((last = []));
      this.#places.set(slot.key, [this.#requests.length - 1, last.length]);
      last.push(slot);
    }
    this.#begin();
  }

  /** How a question ended; undefined for a key that nobody told. Waits until everyone has told. */
  async get(key: string): Promise<Answered | undefined> {
    await this.#ready;
    const [request, index] = this.#places.get(key) ?? [];
    if (request === undefined || index === undefined) return undefined;
    for (let next = this.#sent.length; next < Math.min(request + ahead, this.#requests.length); next++) {
      const questions = (this.#requests[next] ?? []).map(({ question }) => question);
      this.#sent.push(askTogether(questions, this.#joint.spoiledBy, this.#read));
    }
    return (await this.#sent[request])?.[index];
  }
}

export interface BatchSpec<M, I, C extends readonly string[], T, A extends readonly string[]> {
  /** As of any facet. */
  readonly calls: C;
  /** How many resources one request takes, from the API's reference. */
  readonly most: number;
  /** As of any facet; `NotInAnswer` where a resource that the answer leaves out is the fact. */
  readonly absentOn?: A;
  /** Codes by which one resource spoils the request for all, such as `InvalidInstanceID.NotFound`. */
  readonly spoiledBy?: readonly string[];
  readonly revision?: number;
  /**
   * Reads some resources in one request and projects to plain JSON, by the items' ids; an `Error` (its name is the code) where
   * the answer says that it failed for one. Never catches.
   */
  read(api: Api<M, C[number]>, items: readonly I[]): Promise<ReadonlyMap<string, T | Error>>;
}
