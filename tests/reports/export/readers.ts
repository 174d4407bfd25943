import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { AnySchemaObject } from 'ajv';
import addFormats from 'ajv-formats';
import { convertFile, hdfWrapControl } from 'inspecjs';
import type { Log, Result } from 'sarif';
import type { FormatName } from '../../../reports/index.ts';
import type { Verdict } from '../../../reports/export/statement.ts';
import { knownTypes } from '../../../reports/export/asff-types.ts';
import { caseName } from '../../../reports/export/junit-case.ts';
import { plain, verdicts } from '../../../reports/export/statement.ts';
import type { Finding } from '../../../src/engine/finding.ts';
import type { Understood } from './fixture.ts';
import { readXml } from './xml.ts';

/** How a consumer understands a report in its format. */
export interface Reader {
  /** What a finding is known by there. */
  readonly by: (finding: Finding) => string;
  /** What the format says of single findings; of the others it gives numbers at most. */
  readonly says: readonly Verdict[];
  read(text: string): Understood;
  /** Faults by the consumer's published schema, or by its documentation where it publishes none. */
  faults(text: string): unknown;
  /** The checks that are said not to apply to something, or of how many resources that is said; undefined where it is no finding. */
  notApplicable(text: string): readonly string[] | number | undefined;
  /** Whether it has room for a few findings only. */
  readonly few?: boolean;
  /** How many are said to have passed. */
  passes(text: string): number;
  /** What is said to be met as a whole, in a format that says it of controls. */
  met?(text: string): readonly string[];
  /** What is said to have had no room. */
  cut(text: string): string | undefined;
}

const nothing = (): Record<Verdict, string[]> => ({ failed: [], unknown: [], manual: [], accepted: [], passed: [] });
const sorted = (said: Record<Verdict, string[]>): Understood => {
  for (const verdict of verdicts) said[verdict].sort();
  return said;
};

/** Where passes are only counted, in words. */
const counted = (text: string): number => Number(/([\d,]+) passed/.exec(text)?.[1]?.replaceAll(',', '') ?? 0);

const schemaFile = (name: string): AnySchemaObject =>
  JSON.parse(readFileSync(new URL(`../../fixtures/schemas/${name}`, import.meta.url), 'utf8')) as AnySchemaObject;

/** @param given compiled when first asked for */
function validator(given: () => AnySchemaObject): (value: unknown) => unknown {
  let validate: ReturnType<Ajv2020['compile']> | undefined;
  return (value) => {
    if (validate === undefined) {
      const ajv = new Ajv2020({ allErrors: false, strict: false });
      addFormats.default(ajv);
      validate = ajv.compile(given());
    }
    return validate(value) ? [] : validate.errors;
  };
}

const sarifSchema = validator(() => schemaFile('sarif-2.1.0.json'));
const runOf = (text: string) => {
  const [run] = (JSON.parse(text) as Log).runs;
  if (run === undefined) throw new Error('no run');
  return run;
};
const notes = (text: string) => runOf(text).invocations?.[0]?.toolExecutionNotifications ?? [];

const sarif: Reader = {
  by: ({ fingerprint }) => fingerprint,
  says: ['failed', 'unknown', 'manual', 'accepted'],
  read(text) {
    const said = nothing();
    for (const { kind, partialFingerprints } of runOf(text).results ?? [])
      said[kind === 'fail' ? 'failed' : 'passed'].push(partialFingerprints?.['audit/v1'] ?? '');
    for (const { descriptor, properties } of notes(text)) {
      const verdict = verdicts.find((each) => each === descriptor?.id);
      if (verdict !== undefined) said[verdict].push((properties as { fingerprint: string }).fingerprint);
    }
    return sorted(said);
  },
  faults(text) {
    const log = JSON.parse(text) as Log;
    const { results = [], tool } = runOf(text);
    const bad = results.filter((each) => !fits(each));
    const identities = results.map(
      ({ ruleId, partialFingerprints: prints, locations }) =>
        `${ruleId} ${prints?.['primaryLocationLineHash']} ${locations?.[0]?.physicalLocation?.artifactLocation?.uri}`,
    );
    const tags = (tool.driver.rules ?? []).filter(({ properties }) => (properties?.tags?.length ?? 0) > 10);
    const places = results.filter(({ ruleId, ruleIndex = -1 }) => tool.driver.rules?.[ruleIndex]?.id !== ruleId);
    const twice = identities.length - new Set(identities).size;
    const errors = sarifSchema(log) as unknown[];
    return [...errors, ...bad, ...tags, ...places, ...(twice === 0 ? [] : [`${twice} results are the same to GitHub`])];
  },
  notApplicable: (text) =>
    notes(text).flatMap(({ descriptor, associatedRule }) =>
      descriptor?.id === 'not-applicable' ? (associatedRule?.id ?? '') : [],
    ),
  passes: (text) => counted(notes(text).find(({ descriptor }) => descriptor?.id === 'counts')?.message.text ?? ''),
  cut: (text) => notes(text).find(({ descriptor }) => descriptor?.id === 'left-out')?.message.text,
};

/** What GitHub refuses a whole upload for. */
const fits = ({ locations }: Result): boolean =>
  /^aws\/\d{12}\/[\w-]+\/[\w-]+$/.test(locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '');

const junit: Reader = {
  by: (finding) => `${finding.check} ${caseName(finding, plain(finding.resource.arn, 2100))}`,
  says: verdicts,
  read(text) {
    const said = nothing();
    for (const suite of readXml(text).children) {
      if (/^\d+\/(?:not applicable|coverage|left out)$/.test(suite.attributes['name'] ?? '')) continue;
      for (const { attributes, children } of suite.children) {
        const [inner] = children;
        const message = inner?.attributes['message'] ?? '';
        const verdict =
          inner === undefined
            ? 'passed'
            : inner.name === 'failure'
              ? 'failed'
              : inner.name === 'error'
                ? 'unknown'
                : message.startsWith('manual: ')
                  ? 'manual'
                  : 'accepted';
        said[verdict].push(`${attributes['classname']} ${attributes['name']}`);
      }
    }
    return sorted(said);
  },
  // As Jenkins' xunit-plugin has it in junit-10.xsd, which says what the others document in words.
  faults(text) {
    const root = readXml(text);
    const faults: string[] = [];
    const expect = (right: boolean, what: string): void => {
      if (!right) faults.push(what);
    };
    const count = (cases: (typeof root)['children'], name: string): string =>
      String(cases.filter(({ children }) => children[0]?.name === name).length);
    expect(root.name === 'testsuites', root.name);
    const all = root.children.flatMap(({ children }) => children);
    for (const [{ attributes, children }, cases] of [
      [root, all] as const,
      ...root.children.map((each) => [each, each.children] as const),
    ]) {
      expect(attributes['tests'] === String(cases.length), 'tests');
      expect(attributes['failures'] === count(cases, 'failure'), 'failures');
      expect(attributes['errors'] === count(cases, 'error'), 'errors');
      expect(children.length > 0, 'an empty suite');
    }
    const names = root.children.flatMap(({ children }) =>
      children.map(({ attributes }) => `${attributes['classname']} ${attributes['name']}`),
    );
    expect(new Set(names).size === names.length, 'two cases of one name: GitLab counts the first alone');
    for (const { name, attributes, children } of all) {
      expect(name === 'testcase' && attributes['name'] !== undefined && attributes['classname'] !== undefined, name);
      expect(children.length <= 1, 'more than one result');
      for (const inner of children) expect(['failure', 'error', 'skipped'].includes(inner.name), inner.name);
    }
    return faults;
  },
  notApplicable: (text) =>
    readXml(text)
      .children.filter(({ attributes }) => attributes['name']?.endsWith('/not applicable'))
      .flatMap(({ children }) => children.map(({ attributes }) => attributes['classname'] ?? '')),
  passes: (text) => junit.read(text).passed.length,
  cut: (text) =>
    readXml(text).children.find(({ attributes }) => attributes['name']?.endsWith('/left out'))?.children[0]?.attributes[
      'name'
    ],
};

/** A command as the runner reads it. https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs */
const commandsOf = (text: string) =>
  text.split('\n').flatMap((line) => {
    if (line === '') return [];
    const [, level = '', title = '', body = ''] = /^::(error|warning|notice) title=([^:,\r]*)::(.*)$/.exec(line) ?? [];
    const plainly = (from: string): string =>
      from
        .replaceAll('%0A', '\n')
        .replaceAll('%0D', '\r')
        .replaceAll('%3A', ':')
        .replaceAll('%2C', ',')
        .replaceAll('%25', '%');
    return [{ line, level, title: plainly(title), body: plainly(body) }];
  });

const github: Reader = {
  by: ({ fingerprint }) => fingerprint.slice(0, 8),
  says: ['failed', 'unknown', 'manual'],
  read(text) {
    const said = nothing();
    for (const { title, body } of commandsOf(text)) {
      const verdict = verdicts.find((each) => title.split(' ')[1] === `${each}:`);
      const [, fingerprint] = /audit explain ([0-9a-f]{8})\)$/.exec(body) ?? [];
      if (verdict !== undefined && fingerprint !== undefined) said[verdict].push(fingerprint);
    }
    return sorted(said);
  },
  faults(text) {
    const all = commandsOf(text);
    return [
      ...all.filter(({ level }) => level === '').map(({ line }) => line.slice(0, 100)),
      ...['error', 'warning', 'notice'].filter((level) => all.filter((each) => each.level === level).length > 10),
    ];
  },
  few: true,
  notApplicable: (text) => Number(/([\d,]+) not applicable/.exec(text)?.[1]?.replaceAll(',', '')),
  passes: counted,
  cut: (text) =>
    commandsOf(text)
      .filter(({ title }) => title === 'audit: more findings')
      .map(({ body }) => body)
      .join() || undefined,
};

interface Entry {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format: GitLab publishes no schema. */
const gitlabSchema = validator(() => ({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    additionalProperties: false,
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./)[\\w./-]+$' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
}));

const gitlab: Reader = {
  by: ({ fingerprint }) => fingerprint,
  says: ['failed', 'unknown', 'manual'],
  read(text) {
    const said = nothing();
    for (const { check_name: check, description, fingerprint } of JSON.parse(text) as Entry[]) {
      if (check.startsWith('audit-')) continue;
      const verdict = description.startsWith('Unknown: ')
        ? 'unknown'
        : description.startsWith('To look at: ')
          ? 'manual'
          : 'failed';
      said[verdict].push(fingerprint);
    }
    return sorted(said);
  },
  faults(text) {
    const entries = JSON.parse(text) as Entry[];
    const prints = new Set(entries.map(({ fingerprint }) => fingerprint));
    return [
      ...(gitlabSchema(entries) as unknown[]),
      ...(prints.size === entries.length ? [] : ['two of one fingerprint']),
    ];
  },
  notApplicable: (text) =>
    (JSON.parse(text) as Entry[]).flatMap(({ check_name: check, description }) =>
      check === 'audit-not-applicable' ? description.split('; ').map((each) => each.split(' ')[0] ?? '') : [],
    ),
  passes: (text) => counted((JSON.parse(text) as Entry[])[0]?.description ?? ''),
  cut: (text) => (JSON.parse(text) as Entry[]).find(({ check_name: check }) => check === 'audit-left-out')?.description,
};

interface Asff {
  readonly Id: string;
  readonly Title: string;
  readonly Compliance: { readonly Status: string };
  readonly Workflow: { readonly Status: string };
}

const atMost = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength });
const someOf = (required: readonly string[], properties: object) => ({
  type: 'object',
  required,
  properties,
  additionalProperties: false,
});
const instant = { type: 'string', format: 'date-time' };

/**
 * What BatchImportFindings documents of the members that are written; AWS publishes no schema.
 * https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_AwsSecurityFinding.html
 */
const asffSchema = validator(() => ({
  type: 'array',
  items: someOf(
    'SchemaVersion Id ProductArn GeneratorId AwsAccountId CreatedAt UpdatedAt Title Description Resources Severity Types'.split(
      ' ',
    ),
    {
      SchemaVersion: { const: '2018-10-08' },
      Id: atMost(512),
      ProductArn: {
        type: 'string',
        pattern: '^arn:aws[\\w-]*:securityhub:[a-z]{2,}(-[a-z]+)+-\\d+:\\d{12}:product/\\d{12}/default$',
      },
      GeneratorId: atMost(512),
      AwsAccountId: { type: 'string', pattern: '^\\d{12}$' },
      Types: { type: 'array', maxItems: 50, items: { pattern: '^Software and Configuration Checks/' } },
      FirstObservedAt: instant,
      CreatedAt: instant,
      UpdatedAt: instant,
      Severity: someOf(['Label'], {
        Label: { enum: ['INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] },
        Original: atMost(64),
      }),
      FindingProviderFields: someOf([], {
        Severity: someOf([], {
          Label: { enum: ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFORMATIONAL'] },
          Original: atMost(64),
        }),
        Types: { type: 'array', maxItems: 50, items: { type: 'string' } },
      }),
      Title: atMost(256),
      Description: atMost(1024),
      Remediation: someOf(['Recommendation'], { Recommendation: someOf([], { Text: atMost(512), Url: atMost(2048) }) }),
      ProductFields: {
        type: 'object',
        maxProperties: 50,
        propertyNames: { maxLength: 128 },
        additionalProperties: atMost(2048),
      },
      Resources: {
        type: 'array',
        minItems: 1,
        maxItems: 32,
        items: someOf(['Type', 'Id'], {
          Type: { enum: [...knownTypes, 'Other'] },
          Id: atMost(2048),
          Partition: { enum: ['aws', 'aws-cn', 'aws-us-gov'] },
          Region: atMost(16),
          Details: someOf([], { Other: { type: 'object', additionalProperties: atMost(1024) } }),
        }),
      },
      Compliance: someOf(['Status'], {
        Status: { enum: ['PASSED', 'WARNING', 'FAILED', 'NOT_AVAILABLE'] },
        RelatedRequirements: { type: 'array', minItems: 1, maxItems: 32, items: atMost(1024) },
        StatusReasons: {
          type: 'array',
          items: someOf(['ReasonCode'], { ReasonCode: atMost(100), Description: atMost(1024) }),
        },
      }),
      Workflow: someOf(['Status'], { Status: { enum: ['NEW', 'NOTIFIED', 'RESOLVED', 'SUPPRESSED'] } }),
      RecordState: { const: 'ACTIVE' },
      Note: someOf(['Text', 'UpdatedBy', 'UpdatedAt'], {
        Text: atMost(512),
        UpdatedBy: atMost(512),
        UpdatedAt: instant,
      }),
    },
  ),
}));

const asffVerdicts: Readonly<Record<string, Verdict>> = {
  'FAILED NEW': 'failed',
  'NOT_AVAILABLE NEW': 'unknown',
  'WARNING NEW': 'manual',
  'FAILED SUPPRESSED': 'accepted',
  'PASSED RESOLVED': 'passed',
};

const asff: Reader = {
  by: ({ fingerprint }) => fingerprint,
  says: verdicts,
  read(text) {
    const said = nothing();
    for (const { Id, Compliance, Workflow } of JSON.parse(text) as Asff[]) {
      const verdict = asffVerdicts[`${Compliance.Status} ${Workflow.Status}`];
      if (verdict !== undefined) said[verdict].push(Id.slice('audit/'.length));
    }
    return sorted(said);
  },
  faults: (text) => [
    ...(asffSchema(JSON.parse(text)) as unknown[]),
    ...text.split('\n').filter((line) => Buffer.byteLength(line) > 240_000),
  ],
  notApplicable: () => undefined,
  passes: (text) => (JSON.parse(text) as Asff[]).filter(({ Compliance: { Status } }) => Status === 'PASSED').length,
  cut: () => undefined,
};

interface Ocsf {
  readonly status_id: number;
  readonly compliance: { readonly status_id: number };
  readonly finding_info: { readonly uid: string };
}

const ocsfSchemas = new Map<string, (value: unknown) => unknown>();

/** Faults of events by the schema of a version such as `1.6`. */
export function ocsfFaults(events: unknown, version: string): unknown {
  const known = ocsfSchemas.get(version);
  const schema =
    known ?? validator(() => ({ type: 'array', items: schemaFile(`ocsf-${version}.0-compliance-finding.json`) }));
  ocsfSchemas.set(version, schema);
  return schema(events);
}

const ocsfVerdicts: Readonly<Record<string, Verdict>> = {
  '3 1': 'failed',
  '0 1': 'unknown',
  '99 1': 'manual',
  '3 3': 'accepted',
  '1 4': 'passed',
};

const ocsf: Reader = {
  by: ({ fingerprint }) => fingerprint,
  says: verdicts,
  read(text) {
    const said = nothing();
    for (const { status_id: state, compliance, finding_info: info } of JSON.parse(text) as Ocsf[]) {
      const verdict = ocsfVerdicts[`${compliance.status_id} ${state}`];
      if (verdict !== undefined) said[verdict].push(info.uid);
    }
    return sorted(said);
  },
  faults: (text) => ocsfFaults(JSON.parse(text), '1.6'),
  notApplicable: () => undefined,
  passes: (text) => (JSON.parse(text) as Ocsf[]).filter(({ compliance }) => compliance.status_id === 1).length,
  cut: () => undefined,
};

interface Oscal {
  readonly 'assessment-results': {
    readonly results: readonly [
      {
        readonly observations?: readonly { readonly uuid: string; readonly props: readonly Prop[] }[];
        readonly findings?: readonly {
          readonly props: readonly Prop[];
          readonly target: { readonly 'target-id': string; readonly status: { readonly state: string } };
          readonly 'related-observations'?: readonly { readonly 'observation-uuid': string }[];
        }[];
        readonly remarks: string;
      },
    ];
  };
}
interface Prop {
  readonly name: string;
  readonly value: string;
}

const oscalSchema = validator(() => schemaFile('oscal-assessment-results.json'));
const resultIn = (text: string) => (JSON.parse(text) as Oscal)['assessment-results'].results[0];
const propIn = (props: readonly Prop[], name: string): string => props.find((each) => each.name === name)?.value ?? '';

const oscal: Reader = {
  by: ({ fingerprint }) => fingerprint,
  says: verdicts,
  read(text) {
    const said = nothing();
    for (const { props } of resultIn(text).observations ?? [])
      said[propIn(props, 'verdict') as Verdict].push(propIn(props, 'fingerprint'));
    return sorted(said);
  },
  faults(text) {
    const { observations = [], findings = [] } = resultIn(text);
    const uuids = [...text.matchAll(/"uuid":"([^"]+)"/g)].map(([, uuid]) => uuid);
    const known = new Set(observations.map(({ uuid }) => uuid));
    return [
      ...(oscalSchema(JSON.parse(text)) as unknown[]),
      ...(new Set(uuids).size === uuids.length ? [] : ['a UUID twice']),
      ...findings
        .flatMap((each) => each['related-observations'] ?? [])
        .filter((each) => !known.has(each['observation-uuid'])),
    ];
  },
  notApplicable: (text) =>
    [...resultIn(text).remarks.matchAll(/^(\S+) does not apply to /gm)].map(([, check = '']) => check),
  passes: (text) => oscal.read(text).passed.length,
  met: (text) =>
    (resultIn(text).findings ?? []).flatMap(({ target }) =>
      target.status.state === 'satisfied' ? target['target-id'] : [],
    ),
  cut: () => undefined,
};

const heimdall = (text: string) => {
  const { '1_0_ExecJson': read } = convertFile(text, true);
  if (read === undefined) throw new Error('not what Heimdall reads');
  return read.profiles.flatMap(({ controls }) => controls);
};

const hdfVerdicts: Readonly<Record<string, Verdict>> = { failed: 'failed', error: 'unknown', passed: 'passed' };

const hdf: Reader = {
  by: ({ check, resource }) => `${check} ${plain(resource.arn, 2100)}`,
  says: verdicts,
  read(text) {
    const said = nothing();
    for (const { id, results } of heimdall(text)) {
      const [check = '', kind] = id.split(': ');
      if (kind === 'not applicable') continue;
      for (const { status, resource_id: arn } of results) {
        const verdict = hdfVerdicts[String(status)] ?? (kind === 'accepted' ? 'accepted' : 'manual');
        said[verdict].push(`${check} ${arn}`);
      }
    }
    return sorted(said);
  },
  // As Heimdall calls each control: nothing but what it is may be in it.
  faults: (text) =>
    heimdall(text).flatMap((control) => {
      const { status } = hdfWrapControl(control);
      const kind = control.id.split(': ')[1] ?? '';
      const statuses = new Set(control.results.map((each) => each.status as string));
      const expected: Readonly<Record<string, string>> = {
        unknown: 'Profile Error',
        manual: 'Not Reviewed',
        accepted: 'Not Applicable',
        'not applicable': 'Not Applicable',
        '': statuses.has('failed') ? 'Failed' : statuses.has('error') ? 'Profile Error' : 'Passed',
      };
      return status === expected[kind] ? [] : [`${control.id} is ${status}`];
    }),
  notApplicable: (text) =>
    heimdall(text).flatMap(({ id }) => (id.endsWith(': not applicable') ? (id.split(': ')[0] ?? '') : [])),
  passes: (text) => hdf.read(text).passed.length,
  met: (text) => heimdall(text).flatMap((control) => (hdfWrapControl(control).status === 'Passed' ? control.id : [])),
  cut: () => undefined,
};

/** The formats that are made for other programs. */
export const readers = { sarif, junit, github, gitlab, asff, ocsf, oscal, hdf } as const satisfies Partial<
  Record<FormatName, Reader>
>;
