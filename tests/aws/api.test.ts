import { GetRoleCommand, IAMClient, paginateListRoles, ListRolesCommand } from '@aws-sdk/client-iam';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiOptions, CallRecord } from '../../src/aws/api.ts';
import { ApiFactory } from '../../src/aws/api.ts';
import type { CommandSender } from '../../src/aws/clients.ts';
import { Limiter } from '../../src/aws/limiter.ts';
import { service } from '../../src/aws/service.ts';
import type { Front } from '../../src/stand-in/front.ts';
import { startFront } from '../../src/stand-in/front.ts';
import { awsError } from '../helpers/resource-suite.ts';
import { accessTo } from '../helpers/connection.ts';

const iam = service({
  id: 'iam',
  sdkId: 'IAM',
  load: () => Promise.resolve({ Client: IAMClient, GetRoleCommand, ListRolesCommand, paginateListRoles }),
});
const place = { account: '111122223333', partition: 'aws', region: 'us-east-1' };
const operations = ['GetRole', 'ListRoles'];

/** An `ApiFactory` over the SDK's own client, which the mock answers for. */
function stubbed(options: Partial<ApiOptions> = {}): ApiFactory {
  const clients = { get: () => Promise.resolve(new IAMClient({ region: 'us-east-1' }) as unknown as CommandSender) };
  return new ApiFactory({ limiter: new Limiter({ random: () => 0 }), clients, ...options });
}

function factory(options: Partial<ApiOptions> = {}, endpointUrl = 'http://127.0.0.1:9'): ApiFactory {
  const clients = accessTo([{ service: iam, calls: operations }], { endpointUrl });
  return new ApiFactory({ limiter: new Limiter({ random: () => 0 }), clients, ...options });
}

describe('with a stubbed client', () => {
  const mock = mockClient(IAMClient);
  beforeEach(() => void mock.reset());
  afterAll(() => mock.restore());

  it('pages go on to the last one, through the paginator of the SDK', async () => {
    // The paginator goes on with the same input object: what was asked is looked at when it is asked.
    const asked: unknown[] = [];
    const next: Record<string, string> = { none: 'm1', m1: 'm2' };
    mock.on(ListRolesCommand).callsFake(({ Marker = 'none', PathPrefix }: { Marker?: string; PathPrefix?: string }) => {
      asked.push([Marker, PathPrefix]);
      return Promise.resolve({ Roles: [], IsTruncated: Marker in next, Marker: next[Marker] });
    });
    const api = stubbed().for(iam, place, operations);
    const markers = [];
    for await (const page of api.pages('ListRoles', { PathPrefix: '/x/' })) markers.push(page.Marker);
    expect(markers).toEqual(['m1', 'm2', undefined]);
    expect(asked).toEqual([
      ['none', '/x/'],
      ['m1', '/x/'],
      ['m2', '/x/'],
    ]);
  });

  it('a page that fails fails the whole list', async () => {
    mock.on(ListRolesCommand).resolves({ Roles: [], IsTruncated: true, Marker: 'm1' });
    mock.on(ListRolesCommand, { Marker: 'm1' }).rejects(awsError('AccessDenied', 'no', 403));
    const api = stubbed().for(iam, place, operations);
    const read = async (): Promise<number> => {
      let pages = 0;
      for await (const page of api.pages('ListRoles')) pages += page.Roles === undefined ? 0 : 1;
      return pages;
    };
    await expect(read()).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  const markersOf = async (apis: ApiFactory): Promise<(string | undefined)[]> => {
    const markers = [];
    for await (const page of apis.for(iam, place, operations).pages('ListRoles')) markers.push(page.Marker);
    return markers;
  };

  it.each<[string, Record<string, string>, number]>([
    ['to itself', { none: 'm1', m1: 'm1' }, 2],
    ['back to one before it', { none: 'm1', m1: 'm2', m2: 'm3', m3: 'm1' }, 4],
  ])('a page that leads %s fails the list, which would have no end', async (_, next, asked) => {
    mock
      .on(ListRolesCommand)
      .callsFake(({ Marker = 'none' }: { Marker?: string }) => Promise.resolve({ Roles: [], Marker: next[Marker] }));
    await expect(markersOf(stubbed())).rejects.toMatchObject({
      name: 'MalformedAnswer',
      message: expect.stringContaining('repeats a page') as string,
    });
    expect(mock.calls()).toHaveLength(asked);
  });

  it('a page that says there is more and only repeats where it began is tried again, and fails the list', async () => {
    mock.on(ListRolesCommand).resolves({ Roles: [], IsTruncated: true, Marker: 'm1' });
    await expect(markersOf(stubbed())).rejects.toThrow('there is more, and not how to ask for it');
    mock.reset();
    mock.on(ListRolesCommand).resolves({ Roles: [], IsTruncated: true, Marker: 'm1' });
    mock
      .on(ListRolesCommand, { Marker: 'm1' })
      .resolvesOnce({ Roles: [], IsTruncated: true, Marker: 'm1' })
      .resolves({ Roles: [] });
    expect(await markersOf(stubbed())).toEqual(['m1', undefined]);
  });

  it('a list that begins where its input says notices when it is led back there', async () => {
    mock.on(ListRolesCommand).rejects(awsError('AccessDenied', 'asked for ever', 403));
    mock.on(ListRolesCommand, { Marker: 'm7' }).resolvesOnce({ Marker: 'm7' }).resolvesOnce({ Marker: 'm7' }).rejects();
    const pages = stubbed().for(iam, place, operations).pages('ListRoles', { Marker: 'm7' });
    const read = async (): Promise<void> => {
      for await (const page of pages) expect(page.Marker).toBe('m7');
    };
    await expect(read()).rejects.toThrow('repeats a page');
    expect(mock.calls()).toHaveLength(1);
  });

  describe('a list that goes on by several members', () => {
    type Pair = readonly [name: string | undefined, type: string | undefined];
    /** A paginator as a service of one's own may have it: it adds both to the input. */
    async function* paginateListRoles(
      { client }: { client: unknown },
      input: { Marker?: unknown; PathPrefix?: unknown },
    ): AsyncGenerator<object, undefined> {
      for (;;) {
        const page = await (client as IAMClient).send(new ListRolesCommand(input as { Marker?: string }));
        yield page;
        if (page.Marker === undefined) return undefined;
        [input.Marker, input.PathPrefix] = page.Marker.split(' ');
      }
    }
    const twofold = service({
      id: 'iam',
      sdkId: 'IAM',
      load: () => Promise.resolve({ Client: IAMClient, GetRoleCommand, ListRolesCommand, paginateListRoles }),
    });
    const read = async (next: Record<string, string>, told: string[] = []): Promise<Pair[]> => {
      const asked: Pair[] = [];
      mock.on(ListRolesCommand).callsFake(({ Marker, PathPrefix }: { Marker?: string; PathPrefix?: string }) => {
        asked.push([Marker, PathPrefix]);
        if (asked.length > 9) throw awsError('AccessDenied', 'asked for ever', 403);
        return Promise.resolve({ Roles: [], Marker: next[`${Marker ?? ''} ${PathPrefix ?? ''}`] });
      });
      const paging = { operation: 'ListRoles', onNext: (token: string) => void told.push(token) };
      for await (const page of stubbed().for(twofold, place, operations, paging).pages('ListRoles'))
        expect(page).toHaveProperty('Roles');
      return asked;
    };

    it('is read to the last page, also where one of them stays; no page can be gone on from', async () => {
      const told: string[] = [];
      expect(await read({ ' ': 'a A', 'a A': 'a B', 'a B': 'b B' }, told)).toEqual([
        [undefined, undefined],
        ['a', 'A'],
        ['a', 'B'],
        ['b', 'B'],
      ]);
      expect(told).toEqual([]);
    });

    it('fails when it is led back', async () => {
      await expect(read({ ' ': 'a A', 'a A': 'a B', 'a B': 'a A' })).rejects.toThrow('repeats a page');
      expect(mock.calls()).toHaveLength(3);
    });
  });

  it('a list that goes on from a page notices when it is led back there', async () => {
    mock.on(ListRolesCommand).resolves({ Roles: [], Marker: 'm7' });
    const told: string[] = [];
    const paging = { operation: 'ListRoles', from: 'm7', onNext: (token: string) => void told.push(token) };
    const pages = stubbed().for(iam, place, operations, paging).pages('ListRoles')[Symbol.asyncIterator]();
    await pages.next();
    await expect(pages.next()).rejects.toThrow('repeats a page');
    expect(told).toEqual([]);
  });

  it('a page that says there is more and not where is tried again, and fails the list', async () => {
    mock.on(ListRolesCommand).resolves({ Roles: [], IsTruncated: true });
    await expect(markersOf(stubbed())).rejects.toMatchObject({
      name: 'MalformedAnswer',
      message: expect.stringContaining('there is more, and not how to ask for it') as string,
    });
    mock.reset();
    mock.on(ListRolesCommand).resolvesOnce({ Roles: [], IsTruncated: true }).resolves({ Roles: [] });
    expect(await markersOf(stubbed())).toEqual([undefined]);
  });

  it('once shares one call, its failure too, within a service and region', async () => {
    const apis = stubbed();
    const api = apis.for(iam, place, operations);
    let calls = 0;
    const read = (): Promise<number> => Promise.resolve(++calls);
    expect(
      await Promise.all([api.once('k', read), api.once('k', read), apis.for(iam, place, []).once('k', read)]),
    ).toEqual([1, 1, 1]);
    expect(await api.once('other', read)).toBe(2);
    expect(await api.in('eu-west-1').once('k', read)).toBe(3);
    const fail = (): Promise<never> => Promise.reject(new Error(`failure ${++calls}`));
    await expect(api.once('bad', fail)).rejects.toThrow('failure 4');
    await expect(api.once('bad', fail)).rejects.toThrow('failure 4');
    apis.forget();
    expect(await api.once('k', read)).toBe(5);
  });

  it('an operation that was not declared is refused before anything is sent', async () => {
    const api = stubbed().for(iam, place, ['GetRole']);
    await expect(api.call('ListRoles')).rejects.toThrow('refused to call iam:ListRoles: it is not declared');
    await expect(api.pages('ListRoles')[Symbol.asyncIterator]().next()).rejects.toThrow(
      'refused to call iam:ListRoles',
    );
    await expect(api.in('eu-west-1').call('ListRoles')).rejects.toThrow('refused');
    expect(mock.calls()).toHaveLength(0);
  });

  it('in gives the same region the same api', () => {
    const api = stubbed().for(iam, place, operations);
    expect(api.in('us-east-1')).toBe(api);
    expect(api.in('eu-west-1')).toMatchObject({ region: 'eu-west-1', account: '111122223333', partition: 'aws' });
  });

  it('every call that ended is told, with its code', async () => {
    mock.on(GetRoleCommand).rejects(awsError('NoSuchEntity', 'none', 404));
    mock.on(ListRolesCommand).resolves({});
    const told: CallRecord[] = [];
    const api = stubbed({ onCall: (record) => told.push(record) }).for(iam, place, operations);
    await api.call('ListRoles');
    await api.call('GetRole', { RoleName: 'x' }).catch(() => undefined);
    const common = { service: 'iam', region: 'us-east-1' };
    expect(told).toEqual([
      { ...common, operation: 'ListRoles', outcome: 'ok' },
      { ...common, operation: 'GetRole', outcome: 'error', code: 'NoSuchEntity' },
    ]);
  });

  it.each(['ExpiredToken', 'ExpiredTokenException', 'RequestExpired', 'CredentialsProviderError'])(
    '%s stops the run',
    async (code) => {
      mock.on(ListRolesCommand).rejects(awsError(code, 'too late', 403));
      await expect(stubbed().for(iam, place, operations).call('ListRoles')).rejects.toMatchObject({
        name: 'CredentialsExpired',
        awsCode: code,
      });
    },
  );
});

describe('credentials that AWS does not know in the middle of a run', () => {
  const mock = mockClient(IAMClient);
  beforeEach(() => void mock.reset());
  afterAll(() => mock.restore());
  const unknownKeys = ['InvalidClientTokenId', 'UnrecognizedClientException', 'InvalidAccessKeyId'];

  /** A service that answered once, and from then on with a code, some times or always. */
  const answeredBefore = async (accepted: boolean, code: string, times = Infinity) => {
    const stillAccepted = vi.fn<() => Promise<boolean>>().mockResolvedValue(accepted);
    const told: CallRecord[] = [];
    const api = stubbed({ stillAccepted, onCall: (record) => told.push(record) }).for(iam, place, operations);
    mock.on(ListRolesCommand).resolves({ Roles: [] });
    await api.call('ListRoles');
    let refused = 0;
    mock.on(GetRoleCommand).callsFake(() => {
      if (refused >= times) return Promise.resolve({ Role: {} });
      refused++;
      return Promise.reject(awsError(code, 'The security token included in the request is invalid.', 403));
    });
    const call = (): Promise<unknown> => api.call('GetRole', { RoleName: 'x' });
    return { call, stillAccepted, told, tries: () => mock.commandCalls(GetRoleCommand).length };
  };

  it.each(unknownKeys)('%s of a service that answered before: they were revoked, if AWS says so', async (code) => {
    const { call, stillAccepted, tries } = await answeredBefore(false, code);
    await expect(call()).rejects.toMatchObject({ name: 'CredentialsExpired', awsCode: code });
    expect(stillAccepted).toHaveBeenCalledOnce();
    expect(tries()).toBe(1);
  });

  it.each(unknownKeys)('%s of a service that answered before, once: it is tried again', async (code) => {
    const { call, stillAccepted, told, tries } = await answeredBefore(true, code, 1);
    expect(await call()).toEqual({ Role: {} });
    expect(stillAccepted).toHaveBeenCalledOnce();
    expect(tries()).toBe(2);
    expect(told.map(({ outcome }) => outcome)).toEqual(['ok', 'ok']);
  });

  it.each(unknownKeys)('%s of a service that answered before, always: the call fails, not the run', async (code) => {
    const { call, stillAccepted, told, tries } = await answeredBefore(true, code);
    await expect(call()).rejects.toMatchObject({ name: code });
    expect(stillAccepted).toHaveBeenCalledOnce();
    expect(tries()).toBe(2);
    expect(told.map(({ outcome }) => outcome)).toEqual(['ok', 'error']);
  });

  it.each(unknownKeys)('%s of a region that never answered: AWS is asked, once for many calls', async (code) => {
    mock.on(ListRolesCommand).rejects(awsError(code, 'The security token included in the request is invalid.', 403));
    const ask = async (accepted: boolean): Promise<unknown[]> => {
      const stillAccepted = vi.fn<() => Promise<boolean>>().mockResolvedValue(accepted);
      const api = stubbed({ stillAccepted }).for(iam, place, operations);
      const errors = await Promise.all([1, 2, 3].map(() => api.call('ListRoles').catch((error: unknown) => error)));
      expect(stillAccepted).toHaveBeenCalledOnce();
      expect(mock.calls()).toHaveLength(3);
      mock.resetHistory();
      return errors.map((error) => (error as Error).name);
    };
    expect(await ask(true)).toEqual([code, code, code]);
    expect(await ask(false)).toEqual(Array(3).fill('CredentialsExpired'));
  });

  it('the code that EC2 uses for them and for what is somebody else’s is told apart by its text', async () => {
    const stillAccepted = vi.fn<() => Promise<boolean>>().mockResolvedValue(false);
    const api = stubbed({ stillAccepted }).for(iam, place, operations);
    mock.on(ListRolesCommand).rejectsOnce(awsError('AuthFailure', 'Not authorized for images: [ami-1]', 403));
    await expect(api.call('ListRoles')).rejects.toMatchObject({ name: 'AuthFailure' });
    expect(stillAccepted).not.toHaveBeenCalled();
    const unable = 'AWS was not able to validate the provided access credentials';
    mock.on(ListRolesCommand).rejects(awsError('AuthFailure', unable, 401));
    await expect(api.call('ListRoles')).rejects.toMatchObject({ name: 'CredentialsExpired' });
  });
});

describe('over HTTP', () => {
  let front: Front;
  beforeAll(async () => void (front = await startFront({ otherwise: 'empty' })));
  afterEach(() => front.reset());
  afterAll(() => front.stop());

  it.each(['slow', 'hang'] as const)('an answer that does not end in time (%s) is given up', async (fault) => {
    front.answer({ service: 'iam', operation: 'ListRoles' }, { Roles: [], IsTruncated: false });
    front.faults({ rules: [{ service: 'iam', fault, slowMs: 5000 }] });
    const limiter = { run: (_s: string, _o: string, send: () => Promise<unknown>) => send() } as unknown as Limiter;
    const api = factory({ callTimeoutMs: 200, limiter }, front.url).for(iam, place, operations);
    const started = performance.now();
    await expect(api.call('ListRoles')).rejects.toMatchObject({
      name: 'TimeoutError',
      message: 'no complete answer to ListRoles within 0.2 s',
    });
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('an abort ends a call in flight with its reason', async () => {
    front.faults({ rules: [{ service: 'iam', fault: 'hang' }] });
    const controller = new AbortController();
    const api = factory({ signal: controller.signal }, front.url).for(iam, place, operations);
    const call = api.call('ListRoles');
    const reason = new Error('interrupted');
    setTimeout(() => controller.abort(reason), 50);
    await expect(call).rejects.toBe(reason);
  });

  it('nothing is sent after an abort', async () => {
    const reason = new Error('interrupted');
    const api = factory({ signal: AbortSignal.abort(reason) }, front.url).for(iam, place, operations);
    await expect(api.call('ListRoles')).rejects.toBe(reason);
    expect(front.record.requests).toEqual([]);
  });

  it('a signal with many calls in flight raises no warning', async () => {
    const warnings: unknown[] = [];
    const listen = (warning: unknown): void => void warnings.push(warning);
    process.on('warning', listen);
    const api = factory({ signal: new AbortController().signal }, front.url).for(iam, place, operations);
    await Promise.all(Array.from({ length: 30 }, () => api.call('ListRoles')));
    process.off('warning', listen);
    expect(warnings).toEqual([]);
  });
});
