import type { Shipped } from './shipped.ts';
import { refOf } from './shipped.ts';

/** The parts of a CycloneDX 1.5 document that we read or write. https://cyclonedx.org/docs/1.5/json/ */
export interface Bom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: Component; readonly [key: string]: unknown };
  readonly components: readonly Component[];
  readonly dependencies: readonly Dependency[];
  readonly [key: string]: unknown;
}

export interface Component {
  readonly 'bom-ref': string;
  readonly type: string;
  readonly name: string;
  readonly version?: string;
  readonly scope?: string;
  readonly purl?: string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
  readonly licenses?: readonly unknown[];
  readonly components?: readonly Component[];
  readonly [key: string]: unknown;
}

interface Dependency {
  readonly ref: string;
  readonly dependsOn?: readonly string[];
}

/** Our property: how the component comes into the program (`code`, `inlined`, `data`). */
export const formProperty = 'aws-posture-audit:form';

/**
 * The bill of materials of the published program. npm's own lists what is installed to build it, and would list nothing of
 * what is published, as the package has no dependencies: everything is compiled in. So npm's is cut down to what is.
 * @param installed what `npm sbom --sbom-format cyclonedx --package-lock-only` prints
 * @throws Error when a shipped package is not among the installed ones
 */
export function bomOf(installed: Bom, shipped: readonly Shipped[], self: string): Bom {
  const byRef = new Map(installed.components.map((one) => [one['bom-ref'], one]));
  const outer = shipped.filter(({ form }) => form !== 'inlined');
  const kept = new Set(outer.map(refOf));
  const components = outer.map((one): Component => {
    const ref = refOf(one);
    const component = byRef.get(ref);
    if (component === undefined) throw new Error(`${ref} is in the program, but not in package-lock.json`);
    const inner = shipped.filter(({ inside }) => inside === ref).map(inlinedComponent);
    return {
      ...component,
      scope: 'required',
      properties: [{ name: formProperty, value: one.form }],
      ...(inner.length === 0 ? {} : { components: inner }),
    };
  });
  const main = installed.metadata.component;
  return {
    ...installed,
    metadata: {
      ...installed.metadata,
      lifecycles: [{ phase: 'build' }],
      component: { ...main, type: 'application', name: self },
    },
    components,
    dependencies: dependenciesOf(installed.dependencies, kept, main['bom-ref']),
  };
}

function inlinedComponent({ name, version, license, form }: Shipped): Component {
  const purl = `pkg:npm/${name.replace('@', '%40')}${version === undefined ? '' : `@${version}`}`;
  return {
    'bom-ref': refOf({ name, version }),
    type: 'library',
    name,
    ...(version === undefined ? {} : { version }),
    scope: 'required',
    purl,
    properties: [{ name: formProperty, value: form }],
    ...(license === undefined ? {} : { licenses: [{ license: { id: license } }] }),
  };
}

/** Who needs whom among what ships; through a package that does not, too. */
function dependenciesOf(all: readonly Dependency[], kept: ReadonlySet<string>, main: string): readonly Dependency[] {
  const needs = new Map(all.map(({ ref, dependsOn }) => [ref, dependsOn ?? []]));
  return [main, ...kept].map((ref) => {
    const found = new Set<string>();
    const seen = new Set<string>([ref]);
    const stack = [...(needs.get(ref) ?? [])];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      if (kept.has(next)) found.add(next);
      else stack.push(...(needs.get(next) ?? []));
    }
    return { ref, dependsOn: [...found].sort() };
  });
}
