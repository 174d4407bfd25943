import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { Withheld } from '../../inventory/withheld.ts';
import type { NamedValue } from '../../secrets/find.ts';
import { findSecrets } from '../../secrets/find.ts';
import { namedCredentials } from '../../secrets/named-credentials.ts';
import { glue } from './service.ts';

/** Properties that are passwords in the open; the catalog encrypts them under other names. */
const passwords = [
  'PASSWORD',
  'KAFKA_CLIENT_KEYSTORE_PASSWORD',
  'KAFKA_CLIENT_KEY_PASSWORD',
  'KAFKA_SASL_PLAIN_PASSWORD',
  'KAFKA_SASL_SCRAM_PASSWORD',
];

/** How jobs and crawlers reach a data store. */
export const connection = resource(glue, 'AWS::Glue::Connection', {
  calls: ['GetConnections'],
  narrows: { GetConnections: { CatalogId: 'unless given', Filter: 'unless given', HidePassword: 'asked' } },
  async *list(api) {
    yield* (await connectionsOf(api)).items;
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:glue:${region}:${account}:connection/${id}`,
  label: ({ id }) => `connection ${id}`,
}).facets((facet) => ({
  /** Secrets in its properties: kinds and names, no values. */
  propertySecrets: facet({
    calls: ['GetConnections'],
    often: { GetConnections: 'once' },
    async read(api, { id }) {
      const values = (await connectionsOf(api)).properties.take(id);
      const found = await findSecrets(values);
      return { values: values.length, secrets: [...found, ...namedCredentials(values, passwords, found)] };
    },
  }),
}));

/** The list and the properties come in one answer: asked once per region. */
const connectionsOf = (api: Api<typeof import('@aws-sdk/client-glue'), 'GetConnections'>) =>
  api.once('connections', async () => {
    const properties = new Withheld<readonly NamedValue[]>();
    const items = [];
    for await (const { ConnectionList } of api.pages('GetConnections', { HidePassword: false, MaxResults: 100 }))
      for (const { Name, ConnectionType: type, ConnectionProperties: all } of ConnectionList ?? []) {
        if (Name === undefined) continue;
        // What is encrypted looks like a secret, and is none.
        const values = Object.entries(all ?? {}) // of one without properties: https://docs.aws.amazon.com/glue/latest/webapi/API_Connection.html
          .filter(([name]) => !name.startsWith('ENCRYPTED_'))
          .map(([name, value]) => ({ name, value }));
        if (properties.put(Name, values)) items.push({ id: Name, type, tls: tlsOf(type, all) });
      }
    return { items, properties };
  });

/**
 * Whether a connection insists on TLS; undefined of those that have no such setting. Unless they say otherwise those of JDBC do not, those of Kafka do:
 * https://docs.aws.amazon.com/glue/latest/dg/connection-properties.html
 */
function tlsOf(type: string | undefined, all: Readonly<Record<string, string | undefined>> = {}): boolean | undefined {
  const said = (name: string): string | undefined => all[name]?.toLowerCase();
  if (type === 'JDBC') return said('JDBC_ENFORCE_SSL') === 'true';
  return type === 'KAFKA' ? said('KAFKA_SSL_ENABLED') !== 'false' : undefined;
}
