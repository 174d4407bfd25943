import { listed } from '../../inventory/listed.ts';
import { shell } from '../../text/shell.ts';
import { deliveredLogTypes } from '../logs/deliveries.ts';
import { logs } from '../logs/service.ts';
import { eventbridge } from './service.ts';

export const eventBus = listed(eventbridge, 'AWS::Events::EventBus', 'ListEventBuses', {
  at: 'EventBuses',
  input: { Limit: 100 },
  token: 'NextToken',
  narrows: { NamePrefix: 'unless given' },
  references: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html'],
  id: ({ Name }) => Name,
  keep: { arn: 'Arn', policy: 'Policy' },
})
  .facets((facet) => ({
    configuration: facet.call('DescribeEventBus', {
      input: ({ id }) => ({ Name: id }),
      keep: ({ KmsKeyIdentifier: keyId, LogConfig }) => ({
        logLevel: LogConfig?.Level,
        // Named where the customer chose one: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeEventBus.html
        encryption: keyId === undefined || keyId === '' ? ('AWS' as const) : ('KMS' as const),
        keyId,
      }),
    }),
  }))
  .facets((facet) => ({
    /** The types of its logs that CloudWatch Logs delivers, such as `ERROR_LOGS`; undefined where its level lets it write none. */
    deliveredLogs: facet.from(logs, {
      calls: ['DescribeDeliverySources', 'DescribeDeliveries'],
      often: { DescribeDeliverySources: 'once', DescribeDeliveries: 'once' },
      after: ['configuration'],
      async read(api, { arn }, { configuration: { logLevel } }) {
        if (logLevel === undefined || logLevel === 'OFF') return undefined;
        return (await deliveredLogTypes(api)).get(arn ?? '') ?? [];
      },
    }),
  }));

export const busEncryption = {
  at: 'configuration.encryption',
  is: { KMS: 'kms', AWS: 'aws' },
  unsaid: undefined,
  key: 'configuration.keyId',
  what: 'its events',
} as const;

/** A bus without a policy takes events of its own account alone. */
export const busPolicy = {
  kind: 'events',
  at: 'policy',
  action: 'events:PutEvents',
  /** Statement by statement: whether a whole policy takes the place of the old one could not be confirmed. */
  put: (
    { id }: { readonly id: string },
    _policy: string | undefined,
    taken: readonly (string | undefined)[],
  ): string | undefined =>
    taken.includes(undefined)
      ? undefined
      : taken
          .map((sid = '') => shell`aws events remove-permission --event-bus-name ${id} --statement-id ${sid}`)
          .join('\n'),
} as const;
