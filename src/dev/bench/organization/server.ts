import { Agent, createServer, request as ask } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { account as ofWorld } from '../../../stand-in/facts.ts';
import { startWorld } from '../../../stand-in/world.ts';
import { accountId } from './crossings.ts';
import { syntheticAccounts } from './synthetic.ts';

/**
 * A process that answers as AWS does for an organization of as many accounts as its argument says. Each account is the stand-in's small
 * world under its own number: what one is answered is kept as bytes, and given to the next with the number changed, so that the server takes
 * little of the machine. It writes its port when it listens; a line on its standard input is answered with what it answered since the
 * last: `{requests, lists}`, the latter of accounts whose buckets were listed.
 */
const accounts = syntheticAccounts(Number(process.argv[2] ?? 100));
const own = accountId(0);
const world = new URL((await startWorld()).url);
const agent = new Agent({ keepAlive: true, maxSockets: 8 });

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** In the world's account, by what was asked. */
const known = new Map<string, Promise<Answer>>();
let requests = 0;
let lists: string[] = [];

const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date', 'server']);

function collect(stream: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => resolve(Buffer.concat(chunks)));
    stream.on('error', reject);
  });
}

function asked(method: string, path: string, headers: IncomingHttpHeaders, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { 'content-length': _, ...others } = headers;
    const onward = ask({ host: world.hostname, port: world.port, method, path, headers: others, agent }, (answer) => {
      collect(answer).then((bytes) => {
        const kept = Object.entries(answer.headers).filter(([name]) => !hopByHop.has(name));
        resolve({
          status: answer.statusCode ?? 500,
          headers: Object.fromEntries(kept),
          text: bytes.toString('latin1'),
        });
      }, reject);
    });
    onward.on('error', reject);
    onward.end(Buffer.from(body, 'latin1'));
  });
}

const json = (value: object): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  text: JSON.stringify(value),
});

/** AWS tells so many accounts a page: https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html */
const page = 20;
const units = accounts.flatMap(({ ou }) => ou);

/** What Organizations answers; undefined: the world does. */
function organizations(operation: string, input: Readonly<Record<string, unknown>>): Answer | undefined {
  switch (operation) {
    case 'DescribeOrganization':
      return json({ Organization: { Id: 'o-abcdefghij', FeatureSet: 'ALL', MasterAccountId: own } });
    case 'ListRoots':
      return json({
        Roots: [{ Id: 'r-ab12', Name: 'Root', PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }] }],
      });
    case 'ListOrganizationalUnitsForParent': {
      const below = accounts.flatMap(({ ou }) => ou.filter((_, at) => ou[at - 1]?.id === input['ParentId']));
      return json({
        OrganizationalUnits: [...new Set(below.map(({ id }) => id))].map((Id) => ({ Id, Name: nameOf(Id) })),
      });
    }
    case 'ListAccounts': {
      const from = Number(input['NextToken'] ?? 0);
      const some = accounts.slice(from, from + page);
      return json({
        Accounts: some.map(({ id, name, ou }) => ({
          Id: id,
          Name: name,
          State: 'ACTIVE',
          Paths: [`o-abcdefghij/${ou.map((unit) => unit.id).join('/')}/`],
        })),
        ...(from + page < accounts.length ? { NextToken: String(from + page) } : {}),
      });
    }
    case 'ListPoliciesForTarget':
      return json({ Policies: [{ Id: 'p-FullAWSAccess', Name: 'FullAWSAccess', Type: 'SERVICE_CONTROL_POLICY' }] });
    case 'DescribePolicy':
      return json({
        Policy: {
          PolicySummary: { Id: 'p-FullAWSAccess', Name: 'FullAWSAccess', Type: 'SERVICE_CONTROL_POLICY' },
          Content: JSON.stringify({
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
          }),
        },
      });
    default:
      return undefined;
  }
}

const nameOf = (id: string): string => units.find((unit) => unit.id === id)?.name ?? id;

function assumed(body: string): Answer {
  const arn = new URLSearchParams(body).get('RoleArn') ?? '';
  const [, id = ''] = /::(\d{12}):role\//.exec(arn) ?? [];
  const ends = new Date(Date.now() + 3_600_000).toISOString();
  const text = `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><AssumedRoleUser><AssumedRoleId>AROAEXAMPLE:audit</AssumedRoleId><Arn>arn:aws:sts::${id}:assumed-role/audit/audit</Arn></AssumedRoleUser><Credentials><AccessKeyId>ASIA${id}</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken><Expiration>${ends}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`;
  return { status: 200, headers: { 'content-type': 'text/xml' }, text };
}

const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, response) => {
  void collect(incoming).then(async (bytes) => {
    requests += 1;
    const { method = 'GET', url = '/', headers } = incoming;
    const [, key = '', region = '', service = ''] =
      /Credential=([^/]+)\/[^/]+\/([^/]+)\/([^/]+)\//.exec(headers.authorization ?? '') ?? [];
    const account = /^ASIA(\d{12})/.exec(key)?.[1] ?? own;
    const body = bytes.toString('latin1');
    const target = String(headers['x-amz-target'] ?? '');
    if (service === 's3' && /^\/(?:\?(?!.*\/)|$)/.test(url)) lists.push(account);
    const said =
      service === 'sts' && body.includes('Action=AssumeRole')
        ? assumed(body)
        : target.startsWith('AWSOrganizations')
          ? organizations(
              target.split('.').at(-1) ?? '',
              JSON.parse(body === '' ? '{}' : body) as Record<string, unknown>,
            )
          : undefined;
    const answer = said ?? (await ofAccount());
    const text = said === undefined ? answer.text.replaceAll(ofWorld, account) : answer.text;
    response.writeHead(answer.status, { ...answer.headers, 'content-length': text.length });
    response.end(method === 'HEAD' ? undefined : text, 'latin1');

    function ofAccount(): Promise<Answer> {
      const [path, form] = [url, body].map((each) => each.replaceAll(account, ofWorld)) as [string, string];
      const name = `${method} ${region} ${service} ${target} ${path} ${form}`;
      let found = known.get(name);
      if (found === undefined) known.set(name, (found = asked(method, path, headers, form)));
      return found;
    }
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));

process.stdin.on('data', () => {
  process.stdout.write(`${JSON.stringify({ requests, lists, known: known.size })}\n`);
  [requests, lists] = [0, []];
});
process.stdin.on('end', () => process.exit(0));
