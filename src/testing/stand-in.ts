/** One operation of a service: the SDK package's name without `client-`, and the operation's own. */
interface Operation {
  readonly service: string;
  readonly operation: string;
  readonly region?: string;
}

/** A request as it came in. */
interface Request {
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  readonly input: unknown;
}

/** A server that answers as AWS does, in each service's wire format, from values as the SDK gives them. */
export interface StandIn {
  /** For `--endpoint-url`. */
  readonly url: string;
  readonly requests: readonly Request[];
  /** Answers an operation; the later of two wins. @throws TypeError when the value does not fit the service's model */
  answer(operation: Operation, output: object): void;
  /** Fails an operation with a code of the service, e.g. `AccessDeniedException`. */
  fail(operation: Operation, error: { code: string; message?: string; status?: number }): void;
  stop(): Promise<void>;
}

/**
 * Starts a stand-in for AWS on a free port of the loopback interface. What it was not told is answered as an account without
 * resources does.
 * @param folder the project whose `node_modules` holds the SDK clients: a service is known by its client. A whole scan also asks STS
 *   and EC2, so `@aws-sdk/client-sts` and `@aws-sdk/client-ec2` have to be there for it
 */
export async function startStandIn(folder: string): Promise<StandIn> {
  const [{ startFront }, { clientsOf }] = await Promise.all([
    import('../stand-in/front.ts'),
    import('../stand-in/models.ts'),
  ]);
  clientsOf(folder);
  const front = await startFront({ otherwise: 'empty' });
  return {
    url: front.url,
    requests: front.record.requests,
    answer: (operation, output) => front.answer(operation, output),
    fail: (operation, error) => front.error(operation, error),
    stop: () => front.stop(),
  };
}
