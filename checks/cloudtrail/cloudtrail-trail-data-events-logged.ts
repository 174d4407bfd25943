import { fail, pass } from '../../src/engine/check.ts';
import { some } from '../../src/engine/forms/index.ts';
import { ownTrail } from '../../src/judgements/logs/trail-coverage.ts';
import type { EventSelector, FieldCondition } from '../../src/services/cloudtrail/event-selectors.ts';
import { trail } from '../../src/services/cloudtrail/trail.ts';

const only = (value: string): FieldCondition => ({
  equals: [value],
  startsWith: [],
  endsWith: [],
  notEquals: [],
  notStartsWith: [],
  notEndsWith: [],
});

/** Whether it logs data events. One that names no resource logs none. */
const ofData = ({ eventCategory, 'resources.ARN': arns }: EventSelector): boolean =>
  eventCategory?.equals.includes('Data') === true && !(arns?.equals ?? []).includes('');

export default some(trail, 'cloudtrail-trail-data-events-logged', {
  title: 'Trails log data events',
  list: 'selectors',
  test: (selector) => (ofData(selector) ? 'good' : 'bad'),
  such: { good: { eventCategory: only('Data') }, bad: { eventCategory: only('Management') } },
  called: (selector) => selector['resources.type']?.equals.join(', ') ?? 'events',
  unless: [
    ownTrail,
    {
      needs: ['status', 'selectors'],
      such: { status: { logging: false }, selectors: [{ eventCategory: only('Data') }] },
      // That it is off is another finding.
      when: ({ name, status, selectors }) =>
        !status.logging && selectors.some(ofData)
          ? `${name} is to log data events, and is not logging at all`
          : undefined,
    },
  ],
  pass: pass('{name} logs data events of {good:some}'),
  fail: fail('{name} logs no data events; expected those of some resources'),
  none: fail('{name} logs no data events; expected those of some resources'),
  risk: 'Who read, wrote or deleted objects, items or secrets, or called a function, is in no log: after a leak nobody can say what was taken.',
  fix: {
    text: 'Choose the buckets, tables and functions that hold what matters and log their data events, for which AWS charges by number. Selectors replace those that are there: keep the ones for management events.',
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html'],
});
