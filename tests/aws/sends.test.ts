import { NormalizedSchema } from '@smithy/core/schema';
import { describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { callsOfPlan, planFor } from '../../src/inventory/plan.ts';
import { serviceById } from '../../src/stand-in/models.ts';

/** By name, the members of every structure that an output holds. */
function structuresOf(schema: NormalizedSchema, found: Map<string, Set<string>>): void {
  if (schema.isListSchema() || schema.isMapSchema()) return structuresOf(schema.getValueSchema(), found);
  if (!schema.isStructSchema()) return;
  const name = schema.getName(false) ?? '';
  if (found.has(name)) return;
  const members = [...schema.structIterator()];
  found.set(name, new Set(members.map(([member]) => member)));
  for (const [, member] of members) structuresOf(member, found);
}

const beside: Readonly<Record<string, readonly string[]>> = {
  ec2: ['DescribeRegions'],
  organizations: ['ListAccounts'],
};

/** Entries that are no resources: tags, what stands beside an attribute that was asked for, notes, and alarms and keys that are not read. */
const accompanying: ReadonlySet<string> = new Set([
  'Tag',
  'InstanceBlockDeviceMapping',
  'ProductCode',
  'GroupIdentifier',
  'CreateVolumePermission',
  'LogAlarm',
  'MessageData',
  'DnssecKey',
]);

describe.each(callsOfPlan(planFor(checks, { tags: true })))('what $service.id always sends', ({ service, calls }) => {
  const model = serviceById(service.sdkId.toLowerCase().replaceAll(' ', '-')).model();
  // The session asks on its own for the regions and the organization's accounts.
  const asked = [...calls, ...(beside[service.id] ?? [])];
  const outputs = asked.map((call) => NormalizedSchema.of(model.operations.get(call)?.output ?? 'unit'));

  it('is of the outputs that are read, by their names in the model', () => {
    const found = new Map<string, Set<string>>();
    for (const output of outputs) structuresOf(output, found);
    const strange = Object.entries(service.sends).flatMap(([name, members]) =>
      members.filter((member) => found.get(name)?.has(member) !== true).map((member) => `${name}.${member}`),
    );
    expect(strange).toEqual([]);
  });

  it('is said of every list of resources: an entry has something it is known by', () => {
    const unsaid = outputs.flatMap((output) =>
      output.isStructSchema()
        ? [...output.structIterator()].flatMap(([, member]) => {
            const item = member.isListSchema() ? member.getValueSchema() : undefined;
            const name = item?.isStructSchema() === true ? (item.getName(false) ?? '') : '';
            return name === '' || name in service.sends || accompanying.has(name)
              ? []
              : [`${output.getName(false)} ${name}`];
          })
        : [],
    );
    expect(unsaid).toEqual([]);
  });
});
