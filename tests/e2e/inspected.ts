import { connect, type AddressInfo, type Socket } from 'node:net';
import { createServer } from 'node:tls';
import type { Front } from '../../src/stand-in/front.ts';
import { authority, type Authority } from '../aws/network/certificates.ts';
import { connectProxy, type RunningProxy } from '../aws/network/connect-proxy.ts';

/** AWS as a company's network shows it: behind a proxy, over TLS that an authority of its own signs. */
export interface Inspected {
  readonly ca: Authority;
  readonly proxy: RunningProxy;
  /** Where the answers are over TLS without the proxy. */
  readonly port: number;
  stop(): Promise<void>;
}

/** Regions whose hosts the certificate is for. */
const regions = ['us-east-1', 'eu-west-1'];

/** Puts canned answers behind TLS and a proxy, which leads there whatever host is asked for; plain requests go straight to the answers. */
export async function inspected(front: Front): Promise<Inspected> {
  const ca = authority('Inspecting CA');
  const names = regions.flatMap((region) => [`*.${region}.amazonaws.com`, `*.s3.${region}.amazonaws.com`]);
  const sockets = new Set<Socket>();
  const server = createServer(ca.sign([...names, '*.amazonaws.com', 'IP:0.0.0.0']), (socket) => {
    const answers = connect(Number(new URL(front.url).port), '127.0.0.1');
    for (const one of [socket, answers]) sockets.add(one.on('error', () => {}));
    socket.pipe(answers).pipe(socket);
  });
  server.on('tlsClientError', () => {});
  await new Promise<void>((done) => server.listen(0, done));
  const { port } = server.address() as AddressInfo;
  const proxy = await connectProxy({ to: port, plainTo: Number(new URL(front.url).port) });
  return {
    ca,
    proxy,
    port,
    async stop() {
      await proxy.stop();
      for (const socket of sockets) socket.destroy();
      server.close();
      ca.remove();
    },
  };
}
