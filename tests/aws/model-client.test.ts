import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { clientOf, endpointOf } from '../../src/aws/model-client.ts';
import { schemasOf, type ServiceModel } from '../../src/aws/model-schemas.ts';
import { controlTower } from '../../src/services/controltower/region.ts';
import { startFront } from '../../src/stand-in/front.ts';
import { root } from '../../src/stand-in/root.ts';

const model = JSON.parse(readFileSync(path.join(root, 'src/services/controltower/model.json'), 'utf8')) as ServiceModel;

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly hostname: string;
  readonly port: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** Sends a request as the SDK hands it over. */
async function sent({ method, path: at, hostname, port, headers: all, body }: Sent) {
  const { host: _, ...headers } = all;
  const answer = await fetch(`http://${hostname}:${port}${at}`, { method, headers, body });
  return {
    response: {
      statusCode: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: new Uint8Array(await answer.arrayBuffer()),
    },
  };
}

describe('a client that is made of a model', () => {
  it('is of the operations that are sent, and says where it comes from', () => {
    const { organization: _, trusted: __, ...own } = controlTower.facetDefs;
    expect(Object.keys(model.operations)).toEqual(
      [...new Set(Object.values(own).flatMap(({ calls }) => calls))].sort(),
    );
    expect(model.from).toMatch(/^botocore \d/);
    expect(model.license).toMatch(/^Apache-2.0/);
  });

  it.each([
    [{ Region: 'eu-west-1' }, 'https://x.eu-west-1.amazonaws.com/'],
    [{ Region: 'cn-north-1' }, 'https://x.cn-north-1.amazonaws.com.cn/'],
    [{ Region: 'us-gov-west-1', UseFIPS: true }, 'https://x-fips.us-gov-west-1.amazonaws.com/'],
    [{ Region: 'eu-west-1', UseDualStack: true }, 'https://x.eu-west-1.api.aws/'],
    [{ Region: 'eu-west-1', UseFIPS: true, UseDualStack: true }, 'https://x-fips.eu-west-1.api.aws/'],
    [{ Region: 'eu-west-1', Endpoint: 'http://localhost:1' }, 'http://localhost:1/'],
  ])('is found for %o at %s', (params, url) => {
    expect(endpointOf('x')(params).url.href).toBe(url);
  });

  it.each([
    [{ dualStackOnly: true }, { Region: 'eu-west-1' }, 'https://x.eu-west-1.api.aws/'],
    [{ dualStackOnly: true }, { Region: 'eu-west-1', UseFIPS: true }, 'https://x-fips.eu-west-1.api.aws/'],
    [{ dualStackOnly: true }, { Region: 'cn-north-1' }, 'https://x.cn-north-1.api.amazonwebservices.com.cn/'],
    [
      { dualStackOnly: true, noFips: true },
      { Region: 'us-gov-west-1', UseFIPS: true },
      'https://x.us-gov-west-1.api.aws/',
    ],
    [{ global: true }, { Region: 'us-east-1', UseFIPS: true }, 'https://x-fips.us-east-1.amazonaws.com/'],
  ] as const)('whose hosts are %o is found for %o at %s', (hosts, params, url) => {
    expect(endpointOf('x', [], hosts)(params).url.href).toBe(url);
  });

  it('has schemas with required members first, and documents, lists and errors', () => {
    const { operations, errors } = schemasOf(model);
    expect(operations.get('ListEnabledControls')?.[3]).toEqual({ http: ['POST', '/list-enabled-controls', 200] });
    expect(errors.get('ResourceNotFoundException')?.[3]).toEqual({ error: 'client', httpError: 404 });
  });

  it('sends, pages and reads as the SDK does, errors included', async () => {
    const front = await startFront();
    const pages = ['one', 'two'];
    front.answer({ service: 'controltower', operation: 'ListEnabledControls' }, ({ input }) => ({
      enabledControls: [{ arn: pages[input['nextToken'] === undefined ? 0 : 1] }],
      ...(input['nextToken'] === undefined ? { nextToken: 'more' } : {}),
    }));
    front.error(
      { service: 'controltower', operation: 'ListBaselines' },
      { code: 'AccessDeniedException', status: 403, message: 'no' },
    );
    const made = clientOf(model);
    const Client = made.Client as new (config: object) => { send(command: object): Promise<object> };
    const client = new Client({
      region: 'eu-west-1',
      endpoint: front.url,
      credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' },
      maxAttempts: 1,
      requestHandler: { handle: sent, destroy() {} },
      defaultUserAgentProvider: () => Promise.resolve([]),
    });
    const found: unknown[] = [];
    for await (const page of made.paginate('ListEnabledControls')({ client }, {}))
      found.push(...(page as { enabledControls: unknown[] }).enabledControls);
    expect(found).toMatchObject([{ arn: 'one' }, { arn: 'two' }]);
    const Command = made.command('ListBaselines') as new (input: object) => object;
    await expect(client.send(new Command({}))).rejects.toMatchObject({ name: 'AccessDeniedException', message: 'no' });
    expect(Command.name).toBe('ListBaselinesCommand');
    await front.stop();
  });
});
