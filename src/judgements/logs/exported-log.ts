import type { ClassifiedBy, Verdict } from '../../engine/check.ts';
import { fail, pass, unknown } from '../../engine/check.ts';
import type { None, Rest } from '../../engine/forms/form.ts';
import type { Example } from '../../engine/forms/judged.ts';
import { judged } from '../../engine/forms/judged.ts';
import type { ResourceType } from '../../inventory/resource.ts';
import { shell } from '../../text/shell.ts';

/** A cluster whose parameter decides whether a log is written, and whose setting whether CloudWatch Logs gets it. */
interface Logging {
  readonly id: string;
  readonly exportedLogs: readonly string[] | undefined;
  readonly members: readonly { readonly id: string | undefined; readonly status: string | undefined }[] | undefined;
}

interface Facets {
  readonly parameters:
    | { readonly group: string; readonly values: Readonly<Record<string, string | undefined>> }
    | undefined;
}

interface Log {
  /** As AWS calls it: `audit`. */
  readonly log: string;
  /** The parameter of the cluster's group that has it written. */
  readonly parameter: string;
  /** Values of the parameter with which it is written, and with which it is not. Several may stand there, with commas. */
  readonly on: readonly string[];
  readonly off: readonly string[];
  /** Instances take a changed parameter at their next start only. */
  readonly static: boolean;
  /** The command line's name of the service: `docdb`. */
  readonly command: string;
}

/** A check that a cluster writes a log, and gives it to CloudWatch Logs: both have to be on for one line to come in. */
export const exportsLog = <M, J extends Logging, F extends Facets, const I extends string>(
  resource: ResourceType<M, J, F>,
  id: I,
  spec: ClassifiedBy<I> & Rest<ResourceType<M, J, F>, never, None, None> & { readonly by: Log },
) => {
  const { by, ...rest }: Rest<ResourceType<M, J, F>, never, None, None> & { readonly by: Log } = spec;
  return judged(resource, id, {
    ...rest,
    needs: ['parameters'] as never[],
    judge: (subject) => judgeLog(resource.labelOf(subject as never), subject as unknown as Logging & Facets, by),
    examples: () => examplesOf(by),
  });
};

function judgeLog(label: string, subject: Logging & Facets, by: Log): Verdict {
  const { id, exportedLogs, members } = subject;
  const { log, parameter, command } = by;
  // AWS leaves the list out where nothing is exported, as in the examples of
  // https://docs.aws.amazon.com/cli/latest/reference/docdb/describe-db-clusters.html
  if (exportedLogs?.includes(log) !== true)
    return fail(
      `${label} does not export its ${log} log to CloudWatch Logs`,
      { exportedLogs },
      {
        note: `What is exported is what the parameter ${parameter} has written.`,
        cli: `${shell`aws ${command} modify-db-cluster --db-cluster-identifier ${id} --cloudwatch-logs-export-configuration ${`EnableLogTypes=${log}`}`} --apply-immediately`,
      },
    );
  const says = `${label} exports its ${log} log to CloudWatch Logs`;
  const { parameters } = subject;
  if (parameters === undefined)
    return unknown(`${says}, and AWS does not say which parameter group it has, whose ${parameter} has it written`);
  const { group, values } = parameters;
  const value = values[parameter]?.trim();
  if (value === undefined || value === '')
    return unknown(`${says}, and AWS does not say what ${parameter} is in the parameter group ${group}`);
  const said = `${parameter} is ${value} in the parameter group ${group}`;
  const parts = value.split(',').map((part) => part.trim().toLowerCase());
  const isWritten = parts.some((part) => by.on.includes(part));
  if (!isWritten && !parts.every((part) => by.off.includes(part)))
    return unknown(`${says}, and ${said}, which this version does not know`);
  // What is in the group is not yet what an instance runs with.
  const late = by.static ? members?.find(({ status }) => status !== 'in-sync') : undefined;
  if (late !== undefined)
    return unknown(
      `${says}, and ${said}; parameters of ${late.id ?? 'an instance'} are ${late.status ?? 'in no state that AWS names'}: it may run with others`,
    );
  if (by.static && members === undefined)
    return unknown(`${says}, and ${said}; AWS does not say whether its instances run with it`);
  const seen = { exportedLogs, parameter, value, group };
  if (isWritten) return pass(`${label} writes its ${log} log and exports it to CloudWatch Logs: ${said}`, seen);
  return fail(
    `${says} and writes none: ${said}`,
    seen,
    group.startsWith('default.')
      ? {
          note: 'The parameter group is one of AWS, which cannot be changed: make one of your own with the parameter, and give it to the cluster.',
        }
      : {
          note: 'Other clusters may have the parameter group too.',
          cli: shell`aws ${command} modify-db-cluster-parameter-group --db-cluster-parameter-group-name ${group} --parameters ${`ParameterName=${parameter},ParameterValue=${by.on[0] ?? ''},ApplyMethod=${by.static ? 'pending-reboot' : 'immediate'}`}`,
        },
  );
}

function examplesOf({ log, parameter, on, off, static: isStatic }: Log): readonly Example[] {
  const given = (
    exportedLogs: readonly string[] | undefined,
    value: string | undefined,
    status: string | undefined = 'in-sync',
  ): object => ({
    exportedLogs,
    parameters: { group: 'own', values: { [parameter]: value } },
    members: [{ id: 'one', status }],
  });
  const late = isStatic ? 'unknown' : undefined;
  return [
    ...on.map((value): Example => ({ when: `${parameter} is ${value}`, given: given([log], value), expect: 'pass' })),
    ...off.map((value): Example => ({ when: `${parameter} is ${value}`, given: given([log], value), expect: 'fail' })),
    { when: 'it stands among others', given: given([log], ` ${off[0]} , ${on.at(-1)?.toUpperCase()}`), expect: 'pass' },
    { when: 'nothing is exported', given: given([], on[0]), expect: 'fail' },
    { when: 'exports are left out', given: given(undefined, on[0]), expect: 'fail' },
    { when: 'another log is exported', given: given(['other'], on[0]), expect: 'fail' },
    { when: 'neither is on', given: given(['other'], off[0]), expect: 'fail' },
    { when: 'nothing is exported, and the value is of tomorrow', given: given([], 'TOMORROW'), expect: 'fail' },
    { when: 'the value is of tomorrow', given: given([log], 'TOMORROW'), expect: 'unknown' },
    { when: 'the value is not said', given: given([log], undefined), expect: 'unknown' },
    { when: 'no group is said', given: { ...given([log], on[0]), parameters: undefined }, expect: 'unknown' },
    { when: 'no group is said, nor an export', given: { ...given([], on[0]), parameters: undefined }, expect: 'fail' },
    { when: 'an instance has to restart', given: given([log], on[0], 'pending-reboot'), expect: late ?? 'pass' },
    {
      when: 'an instance has to restart to lose it',
      given: given([log], off[0], 'pending-reboot'),
      expect: late ?? 'fail',
    },
    { when: 'no instances are said', given: { ...given([log], on[0]), members: undefined }, expect: late ?? 'pass' },
  ];
}
