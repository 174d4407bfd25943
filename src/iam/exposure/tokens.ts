import type { CompiledCondition } from '../condition-types.ts';
import { choicesFor, type Choice, type Choices, FRESH } from '../search.ts';
import { beginsKnown, everyHolder, type Grammar, type Holder, type Slot, textsFor } from './issuers/grammar.ts';
import { cognitoId } from './issuers/shared.ts';
import type { Claim, Issuer, SharedIssuer } from './issuers/types.ts';

/** The values that somebody's token can have for a claim. */
export type ClaimChoices = (claim: string, conditions: readonly CompiledCondition[]) => Choices;

/** Whose tokens are looked for. */
export interface Bearer {
  /** The places that a policy may spell out and still mean this bearer. */
  readonly spelt: readonly Holder[];
  /** He signs in to the app that the policy names. */
  readonly isUser?: boolean;
  /** Claims and forms of subjects count of which it is not known whether a token can have them. */
  readonly unsure?: boolean;
}

/** Anybody who is a customer of the issuer. */
export const stranger: Bearer = { spelt: ['free'] };

/** Claims that AWS gives to conditions for every issuer, where the token has them. */
const always = new Set(['amr', 'email', 'oaud']);

const grammarOf = (value: Slot | Grammar): Grammar => ('forms' in value ? value : { forms: [[value]] });

/** More values of one key than these are not fitted one by one. */
const MOST_VALUES = 2000;

/** Texts of a grammar that the conditions tell apart. */
export function fittingOf(grammar: Grammar, conditions: readonly CompiledCondition[], bearer: Bearer): Choices {
  const found = new Set<string>();
  let complete = true;
  let left = MOST_VALUES;
  for (const condition of conditions) {
    if (condition.family === 'null' || condition.family === 'bool') continue;
    const like = condition.comparison === 'like' || condition.family === 'arn';
    for (const value of condition.values) {
      if ('template' in value || 'bad' in value || left-- <= 0) {
        complete = false;
        continue;
      }
      const text = condition.ignoreCase ? value.text.toLowerCase() : value.text;
      const fits = textsFor(grammar, text, like, bearer.spelt);
      complete &&= fits.complete;
      for (const one of fits.texts) found.add(one);
      if (bearer.unsure === true && !beginsKnown(grammar, text, like))
        found.add(like ? text.replaceAll('*', 'unlisted').replaceAll('?', 'x') : text);
    }
  }
  for (const text of bothPatterns(conditions)) {
    for (const one of textsFor(grammar, text, true, bearer.spelt).texts) found.add(one);
  }
  for (const one of textsFor(grammar, '*', true, bearer.spelt).texts) found.add(one);
  return { choices: [...found].map((text): Choice => [text]), complete };
}

/** Patterns of different conditions, both to be met: what begins as the one and ends as the other. */
function bothPatterns(conditions: readonly CompiledCondition[]): string[] {
  const wild = conditions.map((condition) =>
    condition.comparison === 'like'
      ? condition.values.flatMap(({ text }) => (/[*?]/.test(text) ? [text] : [])).slice(0, 8)
      : [],
  );
  const found: string[] = [];
  for (const [at, mine] of wild.entries()) {
    for (const other of wild.slice(at + 1).flat()) {
      for (const one of mine) found.push(joined(one, other), joined(other, one));
    }
  }
  return [...new Set(found)].slice(0, 64);
}

/** A pattern that what fits it makes fit both, if there is one of this simple kind. */
function joined(first: string, second: string): string {
  const cut = (text: string) => {
    const start = text.search(/[*?]/);
    const end = Math.max(text.lastIndexOf('*'), text.lastIndexOf('?'));
    return { head: text.slice(0, start), middle: text.slice(start, end + 1), tail: text.slice(end + 1) };
  };
  const [a, b] = [cut(first), cut(second)];
  const head = a.head.length >= b.head.length ? a.head : b.head;
  const tail = a.tail.length >= b.tail.length ? a.tail : b.tail;
  return `${head}${a.middle}${b.middle}${tail}`.replaceAll(/\*{2,}/g, '*');
}

const orAbsent = (choices: Choices): Choices => ({ ...choices, choices: [...choices.choices, []] });
const onlyAbsent: Choices = { choices: [[]], complete: true };

function claimChoices(claim: Claim, conditions: readonly CompiledCondition[], bearer: Bearer): Choices {
  const isFree = bearer.isUser === true && claim.isApp === true;
  const found = fittingOf(grammarOf(claim.value), conditions, isFree ? { ...bearer, spelt: everyHolder } : bearer);
  return claim.optional === true ? orAbsent(found) : found;
}

/** What the tokens of a shared issuer can hold for this bearer. */
export function tokensOfShared(issuer: SharedIssuer, bearer: Bearer): ClaimChoices {
  return (claim, conditions) => {
    if (claim === 'sub') return fittingOf(issuer.subject, conditions, bearer);
    if (claim === 'aud') {
      if (issuer.audience === undefined) return choicesFor(conditions);
      return claimChoices({ value: issuer.audience, isApp: true }, conditions, bearer);
    }
    const listed = issuer.claims?.[claim];
    if (listed !== undefined) return claimChoices(listed, conditions, bearer);
    if (always.has(claim) || bearer.unsure !== true) return onlyAbsent;
    const unlisted = issuer.unlisted?.[claim];
    return orAbsent(unlisted === undefined ? choicesFor(conditions) : claimChoices(unlisted, conditions, bearer));
  };
}

/** Why it is not sure what a token of the issuer holds; for a bearer that is `unsure`. */
export function unsureOf(issuer: SharedIssuer, host: string, conditions: readonly CompiledCondition[]): string[] {
  const reasons = new Set<string>();
  for (const { key, family, comparison, values } of conditions) {
    if (!key.startsWith(`${host}:`)) continue;
    const claim = key.slice(host.length + 1);
    if (claim === 'sub') {
      for (const { text } of family === 'null' ? [] : values) {
        if (!beginsKnown(issuer.subject, text, comparison === 'like'))
          reasons.add(`who has the subject ${text}, which is in no form that ${issuer.name} documents`);
      }
    } else if (claim !== 'aud' && issuer.claims?.[claim] === undefined && !always.has(claim)) {
      reasons.add(`the claim ${claim} of ${host}, of which AWS does not say that conditions see it`);
    }
  }
  return [...reasons];
}

/** Somebody of an issuer's own users whom nothing in the policy means. */
export function anyOfOwn(issuer: Issuer | undefined): ClaimChoices {
  const subjects = issuer?.subject === undefined ? [FRESH] : textsFor(issuer.subject, '*', true, everyHolder).texts;
  return (claim, conditions) => {
    if (claim === 'sub') return { choices: subjects.map((text) => [text]), complete: true };
    if (claim === 'aud' || claim === 'amr') return choicesFor(conditions);
    return { choices: [[FRESH], []], complete: true };
  };
}

/** The same, or whoever fits a pattern. */
export function anyOfPatterns(): ClaimChoices {
  return (claim, conditions) => {
    if (claim === 'aud' || claim === 'amr') return choicesFor(conditions);
    return choicesFor(
      conditions.map((condition) => ({
        ...condition,
        values: condition.values.filter(
          (value) =>
            'template' in value ||
            'bad' in value ||
            ((condition.comparison === 'like' || condition.family === 'arn') && /[*?]/.test(value.text)),
        ),
      })),
    );
  };
}

/** Identities of Cognito's pools: of a pool that the policy does not spell out, or of any. */
export const tokensOfCognito =
  (spelt: readonly Holder[]): ClaimChoices =>
  (claim, conditions) =>
    claim === 'aud' || claim === 'sub' ? fittingOf(cognitoId, conditions, { spelt }) : choicesFor(conditions);
