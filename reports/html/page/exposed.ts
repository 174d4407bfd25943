import type { ExposedResource, Layer, WayIn } from '../../../src/engine/exposed.ts';
import { certaintyWords, countWords, layerTitles, saidLayers, stateWords, typeWords } from '../../exposed.ts';
import { counted, thousands } from '../../text.ts';
import { h } from './dom.ts';
import type { Report } from './report.ts';

/** What the internet reaches: of each resource a picture from the internet through its layers, the ways in, and what each layer rests on. */
export function exposedPage({ exposed }: Report): HTMLElement {
  if (exposed === undefined) return h('div', { class: 'page' });
  const { total, byCertainty, resources, notRead } = exposed;
  return h(
    'div',
    { class: 'page' },
    h('h2', {}, 'What the internet reaches'),
    h(
      'p',
      { class: 'lead' },
      total === 0
        ? 'Nothing was found that the internet reaches.'
        : `${counted(total, 'resource')}: ${thousands(byCertainty.open)} reached, ${thousands(byCertainty.possible)} perhaps, ${thousands(byCertainty.unknown)} not known. The least defended first: those with the fewest layers in between, then by what lies behind.`,
    ),
    ...resources.map(resourceOf),
    total > resources.length &&
      h('p', { class: 'muted' }, `${thousands(total - resources.length)} more stand better and are left out here.`),
    notRead.length > 0 &&
      h(
        'section',
        { class: 'way' },
        h('h3', {}, 'Not read, so that there may be more'),
        h('ul', {}, ...notRead.map(({ what, cause }) => h('li', {}, h('b', {}, what), `: ${cause}`))),
      ),
  );
}

function resourceOf(resource: ExposedResource): HTMLElement {
  const { name, type, region, arn, certainty, ways, moreWays, behindSays, layers } = resource;
  const none = layers.filter(({ state }) => state === 'not-applicable');
  return h(
    'section',
    { class: 'way exposed' },
    h(
      'h3',
      {},
      h('span', { class: `verdict ${certainty === 'open' ? 'proven' : ''}` }, certaintyWords[certainty]),
      ` ${name}`,
      h('span', { class: 'muted' }, ` ${typeWords(type)}, ${region}`),
    ),
    pictureOf(resource),
    h('p', { class: 'muted arn' }, `${arn} · ${countWords(resource)} · behind it: ${behindSays}`),
    h('h4', {}, 'Ways in'),
    h(
      'ul',
      {},
      ...ways.map(wayOf),
      moreWays !== undefined && h('li', { class: 'muted' }, `and ${counted(moreWays, 'more way')}`),
    ),
    h(
      'details',
      { class: 'fold' },
      h('summary', {}, 'What each layer rests on'),
      h('ul', {}, ...saidLayers(resource).map(layerOf)),
      none.length > 0 &&
        h(
          'p',
          { class: 'muted' },
          `Does not apply: ${none.map(({ layer, says }) => `${layerTitles[layer]} (${says})`).join('; ')}`,
        ),
    ),
  );
}

/** Boxes from left to right, wrapping where the window ends: no label is cut, and no line crosses anything. What it shows stands below in words. */
function pictureOf(resource: ExposedResource): HTMLElement {
  const hops = saidLayers(resource);
  return h(
    'div',
    { class: `chain layers ${resource.certainty === 'open' ? 'proven' : 'possible'}`, 'aria-hidden': 'true' },
    h('span', { class: 'box' }, 'Internet'),
    ...hops.map(({ layer, state, level }) =>
      h(
        'span',
        { class: 'hop' },
        h('span', { class: 'edge' }),
        h(
          'span',
          { class: `box ${state}` },
          h('b', {}, layerTitles[layer]),
          ` ${stateWords[state]}${level === undefined ? '' : ` (${level})`}`,
        ),
      ),
    ),
    h('span', { class: 'hop' }, h('span', { class: 'edge' }), h('span', { class: 'box goal' }, resource.name)),
  );
}

function wayOf({ certainty, how, rules = [] }: WayIn): HTMLElement {
  return h(
    'li',
    {},
    certainty !== 'open' && h('span', { class: 'verdict' }, certainty === 'possible' ? 'possible' : 'not known'),
    ` ${how}`,
    rules.length > 0 &&
      h(
        'div',
        { class: 'muted' },
        `Rules: ${rules.map(({ group, ports, from }) => `${group} ${ports} from ${from.join(', ')}`).join('; ')}`,
      ),
  );
}

const layerOf = ({ layer, state, level, says, evidence = [] }: Layer): HTMLElement =>
  h(
    'li',
    {},
    h('span', { class: `verdict state-${state}` }, `${stateWords[state]}${level === undefined ? '' : ` (${level})`}`),
    h('b', {}, ` ${layerTitles[layer]}`),
    `: ${says}`,
    evidence.length > 0 &&
      h(
        'div',
        { class: 'muted' },
        `Findings: ${evidence.map(({ check, fingerprint }) => `${check} ${fingerprint.slice(0, 8)}`).join(', ')}`,
      ),
  );
