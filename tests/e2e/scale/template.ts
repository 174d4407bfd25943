import { encodeOutput, type WireAnswer } from '../../../src/stand-in/encode.ts';
import type { Identity } from '../../../src/stand-in/identify.ts';
import { numberOf } from './population.ts';

/**
 * Marks in an item that are filled in when its page is sent: everything else is the same for each resource of a make, so
 * that a page is encoded once and then only filled in.
 */
export const mark = {
  /** The resource's own number, nine digits. */
  own: (position: number): string => `Zq${String(position).padStart(6, '0')}qZ`,
  /** The number of the resource at an index of its kind in the region. */
  at: (index: number): string => `Za${String(index).padStart(6, '0')}aZ`,
  region: 'ZregionZ',
} as const;

const marks = /Zq(\d{6})qZ|Za(\d{6})aZ|ZregionZ/g;

/** Fills a text in for the page that begins at `from` in a region. */
export const fill = (text: string, region: number, name: string, from: number): string =>
  text.replace(marks, (_, own?: string, at?: string) =>
    own !== undefined ? numberOf(region, from + Number(own)) : at !== undefined ? numberOf(region, Number(at)) : name,
  );

const templates = new Map<string, { answer: WireAnswer; text: string }>();

/** Answers with an output that holds marks, encoded once for each `key`. */
export function filled(
  identity: Identity,
  key: string,
  output: () => object,
  place: { region: number; name: string; from: number },
): WireAnswer {
  const { model, protocol } = identity;
  if (model === undefined) throw new TypeError(`no model for ${identity.service}:${identity.operation}`);
  const { region, name, from } = place;
  // CBOR writes lengths before texts: nothing can be put into it afterwards.
  if (protocol === 'cbor')
    return encodeOutput(
      model.service,
      model.operation,
      protocol,
      JSON.parse(fill(JSON.stringify(output()), region, name, from)),
    );
  const id = `${identity.service}:${identity.operation} ${protocol} ${key}`;
  let template = templates.get(id);
  if (template === undefined) {
    const answer = encodeOutput(model.service, model.operation, protocol, output());
    templates.set(id, (template = { answer, text: answer.body.toString('utf8') }));
  }
  return { ...template.answer, body: Buffer.from(fill(template.text, region, name, from)) };
}
