import { lacks } from '../lacks.ts';
import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

const update = lacks('transfer', 'UpdateServer');
export const untried: Readonly<Record<string, string>> = {
  'transfer-connector-logging-enabled':
    'The emulator tells of connectors without how they get out, which AWS always tells',
  'transfer-server-fips-policy': update,
  'transfer-server-logging-enabled': update,
  'transfer-server-post-quantum-ssh': update,
  'transfer-server-no-ftp': 'The list of protocols has to be written with what each needs: there is no command',
  'transfer-server-vpc-endpoint': 'A network has to be chosen: there is no command',
  'transfer-web-app-endpoint-private': 'Another one has to be made: there is no command',
};
