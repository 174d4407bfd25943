/**
 * What is planted where a secret should not be. Nobody ever used it, it looks like nothing that a provider hands out, and
 * of it only its kind and place reach the recording.
 */
export const password = ['garden', 'bench', '77'].join('-');

export const leaky = { DB_HOST: 'orders.internal', DB_PASSWORD: password } as const;
export const clean = { LOG_LEVEL: 'info', DB_SECRET_NAME: 'orders/db' } as const;

/** User data of a server, as EC2 gives it. */
export const script = (withPassword: boolean): string =>
  Buffer.from(
    `#!/bin/bash\nset -e\n${withPassword ? `export DB_PASSWORD='${password}'\n` : ''}systemctl start shop\n`,
  ).toString('base64');
