import { sdkClient } from './clients.ts';
import type { Clients, CommandSender } from './clients.ts';
import type { Connection } from './connection.ts';
import type { CredentialProvider } from './credentials/remember.ts';
import { Limiter } from './limiter.ts';
import type { Service } from './service.ts';
import { Signer } from './signature.ts';

/** One account's way over a connection: who signs, with what, and how fast AWS lets this account ask. */
export class Access implements Clients {
  readonly credentials: CredentialProvider;
  /** Keeps signing keys, which hold for one secret. */
  readonly signer = new Signer();
  readonly limiter: Limiter;
  readonly connection: Connection;
  readonly #sdkSenders = new Map<string, Promise<CommandSender>>();

  constructor(connection: Connection, credentials: CredentialProvider) {
    this.connection = connection;
    this.credentials = credentials;
    const { host, configuration } = connection;
    this.limiter = new Limiter({ host, maxAttempts: configuration.maxAttempts });
  }

  async get(service: Service, region: string): Promise<CommandSender> {
    if (this.connection.sdkClients) return this.#throughSdk(service, region);
    const pipeline = await this.connection.pipeline(service, region);
    return { send: (command, options) => pipeline.send(command, this, options) };
  }

  #throughSdk(service: Service, region: string): Promise<CommandSender> {
    const key = `${service.id}/${region}`;
    let sender = this.#sdkSenders.get(key);
    if (sender === undefined) this.#sdkSenders.set(key, (sender = this.#sdkSender(service, region)));
    return sender;
  }

  async #sdkSender(service: Service, region: string): Promise<CommandSender> {
    const { configuration, transport, guard } = this.connection;
    const { SdkSender, handlerOver } = await import('./sdk-sender.ts');
    const sends = { credentials: this.credentials, requestHandler: handlerOver(transport) };
    const client = await sdkClient(service, region, configuration, sends);
    return new SdkSender(client, (operation) => guard.assert(service, operation));
  }
}
