import type { AuthorizationRequest, PolicySource } from '../types.ts';
import { admitsOf, type Around, type Asker, isIndifferent, masks, requestOf, type Side, sureOf } from './assume.ts';
import type { Administers, Door, Sureness } from './types.ts';

/** A place on a way: who administers an account, somebody in it who leaves it, or a role that others come in by. */
export interface Place {
  readonly key: string;
  /** Undefined: it stands for places of many accounts that may do the same. */
  readonly side: Side | undefined;
  readonly is: 'administrator' | 'exit' | 'door' | 'group';
  readonly at: number;
  /** Steps that lead here. */
  readonly into: Step[];
}

export interface Step {
  readonly from: Place;
  readonly to: Place;
  readonly sure: Sureness;
  /** The question of a step between accounts; one within an account or into a group has none. */
  readonly request?: AuthorizationRequest;
}

/** So many questions are put to the policy engine: about five minutes' worth. */
const mostQuestions = 3_000_000;

interface Group {
  readonly place: Place;
  readonly askers: Asker[];
  /** Whether its policies say the same of every role. */
  readonly indifferent: boolean;
}

/** All steps between the accounts that were read. */
export class Steps {
  readonly places = new Map<string, Place>();
  /** Doors that were not followed to the end, for want of time. */
  readonly unfollowed = new Set<Place>();
  readonly #sides: ReadonlyMap<string, Side>;
  readonly #around: Around;
  readonly #groups = new Map<string, Group>();
  readonly #general = new Map<
    string,
    { readonly sure: Sureness; readonly request: AuthorizationRequest } | undefined
  >();
  readonly #mostQuestions: number;
  #questions = 0;

  constructor(sides: ReadonlyMap<string, Side>, around: Around, most = mostQuestions) {
    this.#sides = sides;
    this.#around = around;
    this.#mostQuestions = most;
    for (const side of sides.values()) this.#join(side);
    for (const side of sides.values()) this.#within(side);
    for (const side of sides.values())
      for (const [at, door] of side.crossings.doors.entries()) this.#between(side, door, this.place(side, 'door', at));
  }

  place(side: Side | undefined, is: Place['is'], at: number | string): Place {
    const key = `${side?.id ?? ''} ${is} ${at}`;
    let found = this.places.get(key);
    if (found === undefined)
      this.places.set(key, (found = { key, side, is, at: typeof at === 'number' ? at : 0, into: [] }));
    return found;
  }

  #add(from: Place, to: Place, sure: Sureness, request?: AuthorizationRequest): void {
    to.into.push(request === undefined ? { from, to, sure } : { from, to, sure, request });
  }

  /** Puts those whose policies are the same into one group. */
  #join(side: Side): void {
    const { crossings } = side;
    const limits: PolicySource[] = side.scps === undefined || side.scps === 'unknown' ? [] : side.scps.flat();
    const join = (kind: string, place: Place, asker: Asker, own: readonly PolicySource[]): void => {
      let group = this.#groups.get(kind);
      if (group === undefined) {
        group = {
          place: this.place(undefined, 'group', this.#groups.size),
          askers: [],
          indifferent: isIndifferent([...own, ...limits]),
        };
        this.#groups.set(kind, group);
      }
      group.askers.push(asker);
      if (group.indifferent) this.#add(place, group.place, 'certain');
    };
    const [mask = ''] = masks(side, none);
    join(`administrators ${side.kind}`, this.place(side, 'administrator', 0), { side, administrator: mask }, []);
    for (const [at, { boundary }] of crossings.exits.entries()) {
      const limit = typeof boundary === 'number' ? side.sources[boundary] : undefined;
      join(side.kinds[at] ?? '', this.place(side, 'exit', at), { side, exit: at }, [
        ...(side.exits[at] ?? []),
        ...(limit === undefined ? [] : [limit]),
      ]);
    }
  }

  #within(side: Side): void {
    const administrator = this.place(side, 'administrator', 0);
    for (const [at, { administers }] of side.crossings.exits.entries()) {
      const sure = leads(administers);
      if (sure !== undefined) this.#add(this.place(side, 'exit', at), administrator, sure);
    }
    for (const [at, { administers, becomes }] of side.crossings.doors.entries()) {
      const door = this.place(side, 'door', at);
      const sure = leads(administers);
      if (sure !== undefined) this.#add(door, administrator, sure);
      for (const { exit, sure: surely } of becomes) this.#add(door, this.place(side, 'exit', exit), surely);
    }
  }

  /** The steps of other accounts to a door. */
  #between(target: Side, door: Door, place: Place): void {
    const trust = target.sources[door.trust];
    if (trust === undefined) return;
    const admits = admitsOf(trust);
    if (admits.general) {
      for (const [kind, { place: group, askers, indifferent }] of this.#groups) {
        if (!indifferent) {
          for (const asker of askers) this.#ask(asker, target, door, place);
          continue;
        }
        const asker = askers.find(({ side }) => side !== target);
        if (asker === undefined) continue;
        const key = `${kind} ${trust.name} ${target.path ?? ''} ${target.rcpsKind}`;
        if (!this.#general.has(key)) {
          const request = requestOf(asker, target, door, this.#around);
          this.#questions += 1;
          const sure = sureOf(request);
          this.#general.set(key, sure === undefined ? undefined : { sure, request });
        }
        const known = this.#general.get(key);
        if (known !== undefined)
          this.#add(group, place, known.sure, { ...known.request, resource: arnOf(target, door.name) });
      }
      return;
    }
    const asked = admits.anybody
      ? [...this.#sides.values()]
      : [...admits.accounts].flatMap((id) => this.#sides.get(id) ?? []);
    for (const side of asked) {
      if (side === target) continue;
      for (const arn of masks(side, admits)) if (this.#ask({ side, administrator: arn }, target, door, place)) break;
      for (const exit of side.crossings.exits.keys()) this.#ask({ side, exit }, target, door, place);
    }
  }

  /** Whether it is a certain step. */
  #ask(asker: Asker, target: Side, door: Door, place: Place): boolean {
    if (asker.side === target) return false;
    if (this.#questions >= this.#mostQuestions) {
      this.unfollowed.add(place);
      return false;
    }
    this.#questions += 1;
    const request = requestOf(asker, target, door, this.#around);
    const sure = sureOf(request);
    if (sure === undefined) return false;
    const from =
      'exit' in asker ? this.place(asker.side, 'exit', asker.exit) : this.place(asker.side, 'administrator', 0);
    this.#add(from, place, sure, request);
    return sure === 'certain';
  }
}

const none = { anybody: false, accounts: new Set<string>(), arns: [], particular: false, general: false };

export const arnOf = ({ id, crossings }: Side, name: string): string => `arn:${crossings.partition}:iam::${id}:${name}`;

/** How surely somebody administers his account in the end. What is not known is told beside the ways. */
const leads = (administers: Administers): Sureness | undefined =>
  administers === 'already' || administers === 'certain'
    ? 'certain'
    : administers === 'possible'
      ? 'possible'
      : undefined;
