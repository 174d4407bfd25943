import { gzipSync } from 'node:zlib';
import type { NamedValue } from '../../src/secrets/find.ts';
import { alnum, base64, chosen, hex, join, jwt, letters, lowerDigits, number, pem, upper, uuid } from './synthetic.ts';

export interface Sample {
  readonly what: string;
  readonly input: string | readonly NamedValue[];
  readonly source?: 'user-data' | 'template';
  /** The values that must not occur in any answer; empty when there is no secret. */
  readonly secrets: readonly string[];
}

function variable(what: string, name: string, value: string, secret = value): Sample {
  return { what, input: [{ name, value }], secrets: [secret] };
}

function inText(what: string, secret: string, text: (secret: string) => string): Sample {
  return { what, input: text(secret), secrets: [secret] };
}

function clean(name: string, value: string): Sample {
  return { what: `${name}=${value.slice(0, 60)}`, input: [{ name, value }], secrets: [] };
}

function cleanText(what: string, input: string): Sample {
  return { what, input, secrets: [] };
}

const encode = (text: string): string => Buffer.from(text).toString('base64');
const [summer, hunter, troubador, whale, paid] = chosen;
const awsSecret = (): string => join('a1B', base64(37));

/** Known by their form, whatever they are called. */
const formats: Sample[] = [
  variable('AWS access key id', 'ID', join('AK', 'IA', upper(16))),
  variable('temporary AWS access key id', 'AWS_ACCESS_KEY_ID', join('AS', 'IA', upper(16))),
  variable('AWS secret access key', 'AWS_SECRET_ACCESS_KEY', awsSecret()),
  variable('AWS secret access key under a name in humps', 'awsSecretAccessKey', awsSecret()),
  variable('AWS secret access key under a short name', 'SECRET_KEY', awsSecret()),
  variable('GitHub token', 'GH', join('gh', 'p_', alnum(36))),
  variable('GitHub server token', 'VALUE', join('gh', 's_', alnum(36))),
  variable('GitHub fine-grained token', 'X', join('github', '_pat_', alnum(22), '_', alnum(59))),
  variable('GitLab token', 'X', join('glp', 'at-', alnum(20))),
  variable('Slack bot token', 'X', join('xo', 'xb-', number(12), '-', number(12), '-', alnum(24))),
  variable(
    'Slack webhook',
    'HOOK',
    join('https://hooks.slack', '.com/services/T', upper(9), '/B', upper(9), '/', alnum(24)),
  ),
  variable('Discord webhook', 'HOOK', join('https://discord', '.com/api/webhooks/', number(18), '/', alnum(68))),
  variable('Stripe live key', 'X', join('sk', '_live_', alnum(24))),
  variable('Stripe restricted key', 'X', join('rk', '_live_', alnum(24))),
  variable('Stripe webhook secret', 'X', join('wh', 'sec_', alnum(32))),
  variable('Google API key', 'X', join('AI', 'za', alnum(35))),
  variable('Google OAuth secret', 'X', join('GOC', 'SPX-', alnum(28))),
  variable('SendGrid key', 'X', join('S', 'G.', alnum(22), '.', alnum(43))),
  variable('Twilio key', 'X', join('S', 'K', hex(32))),
  variable('Mailgun key', 'X', join('key', '-', hex(32))),
  variable('npm token', 'X', join('np', 'm_', alnum(36))),
  variable('PyPI token', 'X', join('pypi', '-AgE', alnum(80))),
  variable('DigitalOcean token', 'X', join('dop', '_v1_', hex(64))),
  variable('New Relic key', 'X', join('NR', 'AK-', upper(27))),
  variable('Hugging Face token', 'X', join('h', 'f_', letters(34))),
  variable('Databricks token', 'X', join('da', 'pi', hex(32))),
  variable('Vault token', 'X', join('hv', 's.', alnum(40))),
  variable('Terraform token', 'X', join(alnum(14), '.atlas', 'v1.', alnum(67))),
  variable('Telegram bot token', 'X', join(number(9), ':A', 'A', alnum(33))),
  variable('OpenAI key', 'X', join('sk-', alnum(20), 'T3Blb', 'kFJ', alnum(20))),
  variable('Anthropic key', 'X', join('sk-', 'ant-api03-', alnum(93), 'AA')),
  variable('Postman key', 'X', join('PM', 'AK-', hex(24), '-', hex(34))),
  variable('Grafana token', 'X', join('gl', 'sa_', alnum(32), '_', hex(8))),
  variable('Shopify token', 'X', join('shp', 'at_', hex(32))),
  variable('Linear token', 'X', join('lin', '_api_', alnum(40))),
  variable('JWT', 'X', jwt()),
  variable('RSA private key', 'CERT', pem('RSA PRIVATE KEY')),
  variable('PKCS8 private key', 'X', pem('PRIVATE KEY')),
  variable('EC private key in one line', 'X', pem('EC PRIVATE KEY').replaceAll('\n', String.raw`\n`)),
  variable('OpenSSH private key', 'X', pem('OPENSSH PRIVATE KEY').replace('MIIE', join('b3Blbn', 'NzaC1rZXktdjE'))),
  variable('PuTTY key', 'X', join('PuTTY-User', '-Key-File-2: ssh-rsa\nEncryption: none\n')),
  variable(
    'Azure storage connection',
    'X',
    join(
      'DefaultEndpointsProtocol=https;AccountName=shop;Account',
      'Key=',
      base64(86),
      '==;EndpointSuffix=core.windows.net',
    ),
  ),
];

/** Known by a password in them. */
const addresses: Sample[] = [
  variable('PostgreSQL URL', 'DATABASE_URL', `postgres://app:${hunter}@db.internal:5432/shop`, hunter),
  variable('MySQL URL with signs', 'DB', `mysql://root:${lowerDigits(14)}@10.0.1.5/app`),
  variable('Redis URL without user', 'REDIS_URL', `redis://:${alnum(20)}@cache.internal:6379/0`),
  variable('MongoDB URL', 'MONGO', `mongodb+srv://svc:${alnum(16)}@cluster0.abcde.mongodb.net/prod`),
  variable('AMQP URL', 'BROKER', `amqps://guest2:${alnum(12)}@mq.internal:5671/`),
  variable('HTTP proxy', 'HTTPS_PROXY', `http://proxyuser:${whale}@proxy.corp:3128`, whale),
  variable('git over HTTPS', 'REPO', join('https://deploy:', alnum(20), '@git.internal/team/app.git')),
  variable('SMTP URL', 'MAILER_DSN', `smtp://user:${alnum(18)}@mail.internal:587`),
  variable('JDBC with parameters', 'JDBC_URL', `jdbc:postgresql://db:5432/shop?user=app&password=${hunter}`, hunter),
  variable(
    'SQL Server connection string',
    'CONNECTION_STRING',
    `Server=tcp:sql.internal,1433;Database=shop;User ID=app;Password=${troubador};Encrypt=true`,
    troubador,
  ),
  variable('ODBC connection string', 'ODBC', `Driver={PostgreSQL};Server=db;Uid=app;Pwd=${whale};`, whale),
];

/** Known by their names. */
const names: Sample[] = [
  variable('chosen password', 'DB_PASSWORD', summer),
  variable('short password', 'DB_PASS', hunter),
  variable('password in humps', 'masterUserPassword', troubador),
  variable('password of a tool', 'POSTGRES_PASSWORD', whale),
  variable('password with signs', 'SMTP_PASSWORD', paid),
  variable('default password', 'MYSQL_ROOT_PASSWORD', join('change', 'me')),
  variable('default password in capitals', 'ADMIN_PASSWORD', join('Change', 'Me')),
  variable('the password "password"', 'RABBITMQ_DEFAULT_PASS', join('pass', 'word')),
  variable('the password "admin"', 'GRAFANA_ADMIN_PASSWORD', join('ad', 'min')),
  variable('digits', 'PGPASSWORD', '83619274'),
  variable('passphrase', 'GPG_PASSPHRASE', 'correct horse battery staple'),
  variable('keystore password', 'KEYSTORE_PASS', join('change', 'it')),
  variable('random password', 'RDS_PWD', alnum(20)),
  variable('Windows password', 'AdministratorPassword', join('Wint', 'er#2023')),
  variable('hex secret', 'SESSION_SECRET', hex(64)),
  variable('base64 secret', 'JWT_SECRET', base64(44)),
  variable('weak secret', 'JWT_SECRET', join('super', 'secret')),
  variable('Rails secret', 'SECRET_KEY_BASE', hex(128)),
  variable('Django secret', 'DJANGO_SECRET_KEY', join('django-', 'insecure-', lowerDigits(30), '#k$2(')),
  variable('client secret', 'OAUTH_CLIENT_SECRET', alnum(40)),
  variable('client secret with signs', 'AZURE_CLIENT_SECRET', join(alnum(3), '~', alnum(34))),
  variable('API key', 'API_KEY', alnum(32)),
  variable('API key of hex', 'DATADOG_API_KEY', hex(32)),
  variable('API key in humps', 'openWeatherApiKey', hex(32)),
  variable('API key of capitals', 'ALGOLIA_ADMIN_KEY', hex(32)),
  variable('authentication token', 'AUTH_TOKEN', alnum(28)),
  variable('access token', 'GITHUB_ACCESS_TOKEN', hex(40)),
  variable('refresh token', 'refresh_token', join('1//0', alnum(60))),
  variable('bot token', 'BOT_TOKEN', alnum(50)),
  variable('encryption key', 'ENCRYPTION_KEY', base64(43)),
  variable('Fernet key', 'AIRFLOW__CORE__FERNET_KEY_SECRET', join(base64(43), '=')),
  variable('Laravel key', 'APP_KEY', join('base64:', base64(43), '=')),
  variable('signing key', 'WEBHOOK_SIGNING_KEY', alnum(36)),
  variable('private key of hex', 'ETH_PRIVATE_KEY', join('0x', hex(64))),
  variable('license key', 'NEW_RELIC_LICENSE_KEY', join(hex(36), 'NRAL')),
  variable('credentials', 'SERVICE_CREDENTIALS', alnum(24)),
  variable('hashed password', 'ADMIN_PASSWD', join('$6$', alnum(8), '$', alnum(86))),
  variable('bcrypt hash', 'HTPASSWD_PASSWORD', join('$2y$', '10$', alnum(53))),
  variable('secret that a person invented', 'WEBHOOK_SECRET', join('kitten', 's4ever')),
];

/** In scripts, documents and options. */
const texts: Sample[] = [
  inText('shell export', hunter, (secret) => `#!/bin/bash\nset -e\nexport DB_PASSWORD=${secret}\n./start.sh\n`),
  inText('shell export in quotes', summer, (secret) => `export DB_PASSWORD='${secret}'; run\n`),
  inText('assignment before a command', hunter, (secret) => `PGPASSWORD=${secret} psql -h db -U app -c 'select 1'\n`),
  inText('dotenv file', alnum(32), (secret) => `PORT=3000\nAPI_KEY=${secret}\nDEBUG=true\n`),
  inText('ini file', whale, (secret) => `[database]\nhost = db\nuser = app\npassword = ${secret}\n`),
  inText(
    'properties file',
    hunter,
    (secret) => `spring.datasource.username=app\nspring.datasource.password=${secret}\n`,
  ),
  inText('YAML', summer, (secret) => `database:\n  user: app\n  password: ${secret}\n`),
  inText('YAML in quotes', troubador, (secret) => `database:\n  password: "${secret}" # do not share\n`),
  inText('JSON', hunter, (secret) => JSON.stringify({ db: { user: 'app', password: secret } })),
  inText('JSON inside a JSON string', hunter, (secret) =>
    JSON.stringify({ config: JSON.stringify({ db: { password: secret } }) }),
  ),
  inText('container environment in JSON', hunter, (secret) =>
    JSON.stringify({ containerDefinitions: [{ name: 'web', environment: [{ name: 'DB_PASSWORD', value: secret }] }] }),
  ),
  inText('container environment with the value first', hunter, (secret) =>
    JSON.stringify({ environment: [{ value: secret, name: 'DB_PASSWORD' }] }),
  ),
  inText(
    'container environment in YAML',
    summer,
    (secret) => `env:\n  - name: LOG_LEVEL\n    value: info\n  - name: DB_PASSWORD\n    value: ${secret}\n`,
  ),
  inText('CloudFormation default in JSON', hunter, (secret) =>
    JSON.stringify({ Parameters: { DBPassword: { Type: 'String', NoEcho: true, Default: secret } } }),
  ),
  inText(
    'CloudFormation default in YAML',
    summer,
    (secret) => `Parameters:\n  DBPassword:\n    Type: String\n    NoEcho: true\n    Default: ${secret}\n`,
  ),
  inText(
    'CloudFormation property',
    hunter,
    (secret) =>
      `Resources:\n  Db:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      MasterUsername: root\n      MasterUserPassword: ${secret}\n`,
  ),
  inText('CloudFormation output', alnum(30), (secret) =>
    JSON.stringify([{ OutputKey: 'ApiToken', OutputValue: secret }]),
  ),
  inText('XML element', hunter, (secret) => `<config><user>app</user><password>${secret}</password></config>`),
  inText('XML attribute', whale, (secret) => `<connection user="app" password="${secret}"/>`),
  inText('PHP array', hunter, (secret) => `$config['db_password'] = '${secret}';`),
  inText('Python constant', alnum(24), (secret) => `API_TOKEN = "${secret}"\n`),
  inText('Ruby hash', hunter, (secret) => `{ :user => 'app', :password => '${secret}' }`),
  inText(
    'escaped JSON in a shell command',
    hunter,
    (secret) => String.raw`aws lambda invoke --payload "{\"password\":\"${secret}\"}" out.json`,
  ),
  inText('command option', whale, (secret) => `mytool --user app --password ${secret} --verbose\n`),
  inText('command option with =', whale, (secret) => `mytool --db-password=${secret}\n`),
  inText('Java option', whale, (secret) => `JAVA_OPTS="-Xmx2g -Djavax.net.ssl.keyStorePassword=${secret}"\n`),
  inText('mysql -p', whale, (secret) => `mysql -h db -u root -p${secret} shop < dump.sql\n`),
  inText('curl -u', whale, (secret) => `curl -s -u admin:${secret} https://api.internal/x\n`),
  inText('sshpass', whale, (secret) => `sshpass -p '${secret}' ssh host uptime\n`),
  inText('chpasswd', whale, (secret) => `echo "ubuntu:${secret}" | chpasswd\n`),
  inText('docker login', whale, (secret) => `docker login -u ci -p ${secret} registry.internal\n`),
  inText('openssl -passin', whale, (secret) => `openssl rsa -in key.pem -passin pass:${secret} -out plain.pem\n`),
  inText('net user', summer, (secret) => `<powershell>\nnet user Administrator ${secret} /active:yes\n</powershell>`),
  inText('ConvertTo-SecureString', summer, (secret) => `$p = ConvertTo-SecureString "${secret}" -AsPlainText -Force\n`),
  inText('SQL', hunter, (secret) => `CREATE USER 'app'@'%' IDENTIFIED BY '${secret}';\n`),
  inText('SQL of PostgreSQL', hunter, (secret) => `ALTER ROLE app WITH PASSWORD '${secret}';\n`),
  inText('netrc', whale, (secret) => `machine git.internal login ci password ${secret}\n`),
  inText(
    'npmrc',
    uuid(),
    (secret) => `//registry.npmjs.org/:_authToken=${join('np', 'm_', alnum(36))}\n# ${secret.slice(0, 0)}`,
  ),
  inText(
    'Authorization header',
    encode(`ci:${hunter}`),
    (secret) => `curl -H "Authorization: Basic ${secret}" https://api.internal\n`,
  ),
  inText('bearer token', alnum(40), (secret) => `headers = {"Authorization": "Bearer ${secret}"}\n`),
  inText('header of an API key', alnum(32), (secret) => `curl -H 'x-api-key: ${secret}' https://api.internal\n`),
  inText('state machine definition', alnum(40), (secret) =>
    JSON.stringify({ States: { Call: { Type: 'Task', Parameters: { Headers: { 'X-Api-Key': secret } } } } }),
  ),
  inText(
    'private key in cloud-init',
    'unused',
    () =>
      `#cloud-config\nwrite_files:\n  - path: /etc/k.pem\n    content: |\n      ${pem('RSA PRIVATE KEY').replaceAll('\n', '\n      ')}\n`,
  ),
  inText(
    'AWS credentials file',
    awsSecret(),
    (secret) => `[default]\naws_access_key_id = ${join('AK', 'IA', upper(16))}\naws_secret_access_key = ${secret}\n`,
  ),
  inText(
    'base64 content in cloud-init',
    hunter,
    (secret) =>
      `write_files:\n- encoding: b64\n  content: ${encode(`[db]\nuser=app\npassword=${secret}\n`)}\n  path: /etc/app.ini\n`,
  ),
  inText(
    'packed content in cloud-init',
    hunter,
    (secret) =>
      `write_files:\n- encoding: gz+b64\n  content: ${gzipSync(`[db]\nuser=app\npassword=${secret}\n`).toString('base64')}\n`,
  ),
  {
    what: 'user data',
    input: encode(`#!/bin/bash\nexport DB_PASSWORD=${hunter}\n`),
    source: 'user-data',
    secrets: [hunter],
  },
  {
    what: 'packed user data',
    input: gzipSync(`#!/bin/bash\nexport DB_PASSWORD=${hunter}\n`).toString('base64'),
    source: 'user-data',
    secrets: [hunter],
  },
  variable('settings in a variable', 'APP_CONFIG', `{"db":{"host":"x","password":"${hunter}"}}`, hunter),
  variable(
    'settings in base64 in a variable',
    'APP_CONFIG',
    encode(`{"db":{"host":"x","password":"${hunter}"}}`),
    hunter,
  ),
  variable('options in a variable', 'JAVA_TOOL_OPTIONS', `-Dhttp.proxyPassword=${whale} -Xmx1g`, whale),
];

const arn = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf';

const cleanVariables: Sample[] = (
  [
    ['ALLOW_EMPTY_PASSWORD', 'yes'],
    ['ALLOW_EMPTY', 'yes'],
    ['MYSQL_ALLOW_EMPTY_PASSWORD', 'true'],
    ['REQUIRE_PASSWORD', 'true'],
    ['PASSWORD_REQUIRED', 'false'],
    ['DB_PASSWORD', ''],
    ['DB_PASSWORD', arn],
    ['DB_SECRET_ARN', arn],
    ['DB_PASSWORD', '{{resolve:secretsmanager:prod/db:SecretString:password}}'],
    ['DB_PASSWORD', '{{resolve:ssm-secure:/prod/db:1}}'],
    ['DB_PASSWORD', '/prod/shop/db/password'],
    ['DB_PASSWORD_PARAMETER', '/prod/db/password'],
    ['SECRET', 'prod/shop/db'],
    ['API_KEY', 'ssm:/prod/api-key'],
    ['DB_PASSWORD', 'arn:aws:ssm:eu-west-1:123456789012:parameter/prod/db'],
    ['DB_PASSWORD', '${DB_PASSWORD}'],
    ['DB_PASSWORD', '$DB_PASSWORD'],
    ['DB_PASSWORD', '$(cat /run/secrets/db)'],
    ['DB_PASSWORD', '%DB_PASSWORD%'],
    ['DB_PASSWORD', '!Ref DbPassword'],
    ['DB_PASSWORD', '<your-password>'],
    ['API_KEY', '<your-key>'],
    ['API_KEY', 'xxxx'],
    ['API_KEY', 'xxxxxxxxxxxxxxxxxxxxxxxx'],
    ['API_KEY', 'YOUR_API_KEY'],
    ['API_KEY', 'your-api-key-here'],
    ['API_KEY', 'replace-me'],
    ['API_KEY', 'REPLACE_WITH_KEY'],
    ['API_TOKEN', 'insert-token-here'],
    ['DB_PASSWORD', '********'],
    ['DB_PASSWORD', '...'],
    ['DB_PASSWORD', 'REDACTED'],
    ['API_KEY', 'placeholder'],
    ['API_KEY', 'dummy-key'],
    ['API_KEY', 'example-key-1234567890'],
    ['AWS_ACCESS_KEY_ID', join('AKIAIOSFODNN7', 'EXAMPLE')],
    ['AWS_SECRET_ACCESS_KEY', join('wJalrXUtnFEMI/K7MDENG/', 'bPxRfiCYEXAMPLEKEY')],
    ['API_KEY', 'changeme'],
    ['API_TOKEN', 'none'],
    ['PASSWORD', 'null'],
    ['PASSWORD', 'disabled'],
    ['CLIENT_ID', uuid()],
    ['API_KEY', uuid()],
    ['TENANT_SECRET_ID', uuid()],
    ['TOKEN', uuid()],
    ['SESSION_ID', uuid()],
    ['REQUEST_TOKEN', uuid()],
    ['KMS_KEY_ID', uuid()],
    ['KMS_KEY', 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab'],
    ['KMS_KEY_ALIAS', 'alias/prod-data'],
    ['ENCRYPTION_KEY_ARN', 'arn:aws:kms:eu-west-1:123456789012:alias/x'],
    ['TOKEN_URL', 'https://auth.internal/oauth2/token'],
    ['TOKEN_ENDPOINT', 'https://login.internal/token'],
    ['DATABASE_URL', 'postgres://db.internal:5432/shop'],
    ['REDIS_URL', 'redis://cache.internal:6379/0'],
    ['QUEUE_URL', 'https://sqs.eu-west-1.amazonaws.com/123456789012/jobs'],
    ['DATABASE_URL', 'postgres://app:${DB_PASSWORD}@db/shop'],
    ['DATABASE_URL', 'postgres://app:$DB_PASSWORD@db/shop'],
    ['DATABASE_URL', 'mysql://app:{{resolve:secretsmanager:db}}@db/shop'],
    ['DATABASE_URL', 'postgres://app:<password>@db/shop'],
    ['REPO', 'git@git.internal:team/app.git'],
    ['REPO', 'https://git.internal/team/app.git'],
    ['URL', 'https://user@host.internal/x'],
    ['PRIVATE_KEY_PATH', '/etc/ssl/private/app.key'],
    ['SSL_KEY_FILE', '/etc/ssl/key.pem'],
    ['PASSWORD_FILE', '/run/secrets/db_password'],
    ['TLS_KEY', '/etc/tls/tls.key'],
    ['SSH_KEY', '~/.ssh/id_rsa'],
    ['SECRET_NAME', 'prod-db-credentials'],
    ['DB_SECRET_NAME', 'shop/prod/db'],
    ['SECRETS_MANAGER_SECRET', 'prod-db-secret'],
    ['TOKEN_SECRET_REF', 'my-token'],
    ['KEY_NAME', 'deployer'],
    ['SSH_KEY_NAME', 'ops-2024'],
    ['PASSWORD_LENGTH', '32'],
    ['PASSWORD_MIN_LENGTH', '12'],
    ['PASSWORD_POLICY', 'strict'],
    ['PASSWORD_EXPIRY_DAYS', '90'],
    ['TOKEN_TTL', '3600'],
    ['ACCESS_TOKEN_EXPIRES_IN', '15m'],
    ['MAX_TOKENS', '4096'],
    ['TOKEN_LIMIT', '100000'],
    ['TOKENS_PER_MINUTE', '60000'],
    ['REFRESH_TOKEN_ROTATION', 'enabled'],
    ['TOKEN_ISSUER', 'https://auth.internal/'],
    ['PARTITION_KEY', 'customerId'],
    ['SORT_KEY', 'createdAt'],
    ['PRIMARY_KEY', 'order_id'],
    ['CACHE_KEY', 'session:v2:users'],
    ['S3_KEY', 'builds/app-1.2.3.zip'],
    ['OBJECT_KEY', 'lambda/handler-20240615.zip'],
    ['IDEMPOTENCY_KEY', 'orderId'],
    ['HASH_KEY', 'pk'],
    ['PUBLIC_KEY', ['-----BEGIN PUBLIC KEY-----', base64(64), base64(64), '-----END PUBLIC KEY-----'].join('\n')],
    ['SSH_PUBLIC_KEY', `ssh-rsa AAAAB3NzaC1yc2E${base64(200)} ops@host`],
    [
      'TLS_CERT',
      ['-----BEGIN CERTIFICATE-----', join('MIID', base64(60)), base64(64), '-----END CERTIFICATE-----'].join('\n'),
    ],
    ['STRIPE_PUBLISHABLE_KEY', join('pk', '_live_', alnum(24))],
    ['RECAPTCHA_SITE_KEY', alnum(40)],
    ['GIT_COMMIT', hex(40)],
    ['IMAGE', `123456789012.dkr.ecr.eu-west-1.amazonaws.com/app@sha256:${hex(64)}`],
    ['IMAGE_DIGEST', `sha256:${hex(64)}`],
    ['ASSET_HASH', hex(64)],
    ['CHECKSUM', hex(32)],
    ['ETAG', hex(32)],
    ['TOKEN_HASH', hex(64)],
    ['SOURCE_VERSION', hex(40)],
    ['BUILD_ID', `app:${uuid()}`],
    ['NODE_OPTIONS', '--max-old-space-size=4096'],
    ['AWS_REGION', 'eu-west-1'],
    ['LOG_LEVEL', 'info'],
    ['TABLE_NAME', 'orders-prod'],
    ['SNS_TOPIC', 'arn:aws:sns:eu-west-1:123456789012:alerts'],
    ['PWD', '/home/app'],
    ['OLDPWD', '/tmp'],
    ['COMPASS', 'north-west-42x'],
    ['BYPASS', 'some-Value1'],
    ['MONKEY', 'Banana42x!'],
    ['AUTHOR', 'Jane Doe'],
    ['AUTH_TYPE', 'oauth2'],
    ['AUTH_MODE', 'iam'],
    ['USE_TOKEN', '1'],
    ['TOKENIZER', 'cl100k_base'],
    ['KEYCLOAK_REALM', 'shop-Prod1'],
    ['KEYBOARD', 'qwerty12'],
    ['SECRET_ROTATION_DAYS', '30'],
    ['SECRET_PROVIDER', 'aws-secrets-manager'],
    ['SECRETS_BACKEND', 'vault'],
    ['VAULT_ADDR', 'https://vault.internal:8200'],
    ['API_KEY_HEADER', 'X-Api-Key'],
    ['TOKEN_HEADER_NAME', 'X-Auth-Token'],
    ['API_KEY_SOURCE', 'HEADER'],
    ['CSRF_COOKIE', 'csrftoken'],
    ['RESET_PASSWORD_URL', 'https://shop.internal/reset'],
    ['PASSWORD_RESET_TEMPLATE', 'password-reset-v2'],
    ['PASSWORD_HINT', 'name of your dog'],
    ['CREDENTIALS_FILE', '/app/creds.json'],
    ['CREDENTIAL_TYPE', 'service_account'],
    ['DATA', base64(120)],
    ['LAYER', encode('just some plain text without anything in it')],
    ['TRACE_ID', `1-${hex(8)}-${hex(24)}`],
    ['X_AMZN_TRACE', `Root=1-${hex(8)}-${hex(24)}`],
    ['JAVA_HOME', '/usr/lib/jvm/java-17'],
    ['EMAIL', 'ops@shop.internal'],
    ['JSON', '{"a":1,"password":{"Ref":"DbPassword"}}'],
    ['JWT_ALGORITHM', 'RS256'],
    ['SECRET_REGION', 'eu-west-1'],
    ['API_KEY', 'from-secrets-manager'],
    ['DB_PASSWORD', 'secretsmanager://prod/db'],
    ['DB_PASSWORD', 'vault:secret/data/db#password'],
    ['DB_PASSWORD', 'op://prod/db/password'],
    ['SNOWFLAKE_ACCOUNT_KEY', 'acme-prod'],
  ] as const
).map(([name, value]) => clean(name, value));

const cleanTexts: Sample[] = [
  cleanText(
    'a password read at run time',
    'DB_PASSWORD=$(aws ssm get-parameter --name /prod/db --with-decryption --query Parameter.Value --output text)\nexport DB_PASSWORD\n',
  ),
  cleanText(
    'a secret fetched in Python',
    'password = get_secret("prod/db")["password"]\ntoken = os.environ["API_TOKEN"]\nsecret = config.client_secret\n',
  ),
  cleanText(
    'a password handed on',
    'mysql -h db -u root -p"$MYSQL_PASSWORD" shop\ncurl -u "admin:$TOKEN" https://x.internal\n',
  ),
  cleanText(
    'JavaScript',
    'const token = process.env.API_TOKEN;\nconst { password } = req.body;\nif (password === "") throw new Error("password is missing");\n',
  ),
  cleanText(
    'prose',
    'The password must have at least 12 characters. Tokens expire after a day: token lifetime is fixed.\nNote: password: see the wiki.\n',
  ),
  cleanText('a comment', '# password: ask the platform team\n# set the secret key in the console\n'),
  cleanText(
    'CloudFormation with references',
    'Resources:\n  Db:\n    Properties:\n      MasterUserPassword: !Ref DbPassword\n      SecretTarget: !Sub "${Secret}"\n      MasterUserSecret:\n        KmsKeyId: alias/aws/secretsmanager\n',
  ),
  cleanText(
    'CloudFormation with a dynamic reference',
    'MasterUserPassword: "{{resolve:secretsmanager:MySecret:SecretString:password}}"\n',
  ),
  cleanText(
    'a CloudFormation parameter without default',
    'Parameters:\n  DBPassword:\n    Type: String\n    NoEcho: true\n    MinLength: 8\n    Description: The password of the database\n',
  ),
  cleanText(
    'a CloudFormation parameter in JSON',
    JSON.stringify({
      Parameters: {
        DBPassword: {
          Type: 'String',
          NoEcho: 'true',
          Description: 'Password for the database',
          AllowedPattern: '[a-zA-Z0-9]*',
        },
        KeyName: { Default: 'deployer', Type: 'String' },
      },
    }),
  ),
  cleanText(
    'a task definition with secrets by reference',
    JSON.stringify({
      secrets: [{ name: 'DB_PASSWORD', valueFrom: arn }],
      environment: [{ name: 'PORT', value: '8080' }],
    }),
  ),
  cleanText(
    'a state machine',
    JSON.stringify({
      States: {
        Get: {
          Parameters: { 'SecretId.$': '$.secret', 'Token.$': '$$.Task.Token', ApiKey: '$.apiKey' },
          ResultPath: '$.password',
        },
      },
    }),
  ),
  cleanText(
    'a policy',
    JSON.stringify({
      Statement: [
        {
          Action: ['secretsmanager:GetSecretValue', 'kms:Decrypt'],
          Resource: arn,
          Condition: { StringEquals: { 'aws:PrincipalTag/key': 'deploy' } },
        },
      ],
    }),
  ),
  cleanText(
    'a lock file',
    `{"packages":{"a":{"resolved":"https://registry.npmjs.org/a/-/a-1.0.0.tgz","integrity":"sha512-${base64(86)}=="}}}`,
  ),
  cleanText(
    'an installation script',
    'yum install -y docker\ncurl -fsSL https://example.org/key.gpg | gpg --dearmor -o /usr/share/keyrings/x.gpg\napt-key adv --keyserver keyserver.ubuntu.com --recv-keys 9DA31620334BD75D9DCB49F368818C72E52529D4\n',
  ),
  cleanText(
    'ssh options',
    'ssh -o StrictHostKeyChecking=no -i /etc/keys/id_rsa -o PasswordAuthentication=no ec2-user@10.0.0.1\nsed -i "s/^PasswordAuthentication.*/PasswordAuthentication no/" /etc/ssh/sshd_config\n',
  ),
  cleanText(
    'metadata tokens',
    'TOKEN=$(curl -sX PUT http://169.254.169.254/latest/api/token -H "X-aws-ec2-metadata-token-ttl-seconds: 21600")\ncurl -H "X-aws-ec2-metadata-token: $TOKEN" http://169.254.169.254/latest/meta-data/\n',
  ),
  cleanText(
    'a bearer variable',
    'curl -H "Authorization: Bearer ${TOKEN}" https://api.internal\nheaders["Authorization"] = f"Bearer {token}"\n',
  ),
  cleanText('XML without values', '<config><password></password><secretRef>db</secretRef><token/></config>'),
  cleanText(
    'Kubernetes',
    'env:\n- name: DB_PASSWORD\n  valueFrom:\n    secretKeyRef:\n      name: db\n      key: password\n',
  ),
  cleanText(
    'HTML form',
    '<input type="password" name="password" placeholder="Enter your password"><label for="token">Token</label>',
  ),
  cleanText(
    'translations',
    JSON.stringify({
      password: 'Password',
      'forgot-password': 'Forgot your password?',
      token_expired: 'The token has expired.',
      secret: 'Enter the secret of your application',
    }),
  ),
];

export const positives: readonly Sample[] = [...formats, ...addresses, ...names, ...texts];
export const negatives: readonly Sample[] = [...cleanVariables, ...cleanTexts];
