import type { Sample } from './labelled.ts';
import { alnum, base64, chosen, join } from './synthetic.ts';

/** CloudFormation templates, in which functions give values: half of them with a secret, half with a reference in the same place. */
const [summer, hunter, , whale] = chosen;

const property = (value: string): string =>
  `Resources:\n  Db:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      DBName: !Ref Name\n      MasterUserPassword: ${value}\n      Port: 5432\n`;
const inJson = (value: unknown): string =>
  JSON.stringify({ Resources: { Db: { Type: 'AWS::RDS::DBInstance', Properties: { MasterUserPassword: value } } } });
const environment = (...rows: string[]): string =>
  ['Resources:', '  Build:', '    Properties:', '      Environment:', ...rows.map((row) => `        ${row}`), ''].join(
    '\n',
  );
const userData = (...pieces: unknown[]): string =>
  JSON.stringify({
    Resources: { Web: { Properties: { UserData: { 'Fn::Base64': { 'Fn::Join': ['', pieces] } } } } },
  });

function withSecret(what: string, secret: string, text: (secret: string) => string): Sample {
  return { what: `template: ${what}`, input: text(secret), source: 'template', secrets: [secret] };
}

function without(what: string, input: string): Sample {
  return { what: `template: ${what}`, input, source: 'template', secrets: [] };
}

export const templatePositives: readonly Sample[] = [
  withSecret('!Sub of a text', alnum(20), (secret) => property(`!Sub "${secret}"`)),
  withSecret('!Sub of a word', hunter, (secret) => property(`!Sub ${secret}`)),
  withSecret('!Sub of a text around a parameter', alnum(20), (secret) => property(`!Sub "${secret}\${Stage}"`)),
  withSecret('!Sub with its own values', alnum(18), (secret) =>
    property(`!Sub ["\${Word}", {Word: ${secret}}]`).replace('5432', '5433'),
  ),
  withSecret('!Join of pieces', join(alnum(10), alnum(11)), (secret) =>
    property(`!Join ["", [${secret.slice(0, 10)}, ${secret.slice(10)}]]`),
  ),
  withSecret('!Join in lines', summer, (secret) =>
    property(`!Join\n        - ''\n        - - "${secret.slice(0, 4)}"\n          - "${secret.slice(4)}"`),
  ),
  withSecret('!If with a text for one case', alnum(22), (secret) => property(`!If [IsProd, !Ref Password, ${secret}]`)),
  withSecret('!If of another !If', whale, (secret) => property(`!If [A, !Ref X, !If [B, !Ref Y, ${secret}]]`)),
  withSecret('Fn::Sub in YAML', alnum(19), (secret) => property(`\n        Fn::Sub: ${secret}`)),
  withSecret('Fn::If in YAML', alnum(19), (secret) =>
    property(`\n        Fn::If:\n          - IsProd\n          - Ref: Password\n          - ${secret}`),
  ),
  withSecret('!Select of a list', alnum(21), (secret) => property(`!Select [1, [x, ${secret}]]`)),
  withSecret('!Base64 of a text', alnum(23), (secret) => property(`!Base64 ${secret}`)),
  withSecret('a folded block', alnum(20), (secret) => property(`>-\n        ${secret}`)),
  withSecret('a literal block', hunter, (secret) => property(`|\n        ${secret}`)),
  withSecret('the next line', alnum(24), (secret) => property(`\n        ${secret}`)),
  withSecret('a flow map', alnum(20), (secret) => environment(`- {Name: DB_PASSWORD, Value: ${secret}}`)),
  withSecret('a flow map in a list in one line', hunter, (secret) =>
    environment(`[{Name: LEVEL, Value: info}, {Name: DB_PASSWORD, Value: ${secret}}]`),
  ),
  withSecret('the value before its name', alnum(20), (secret) =>
    environment(`- Value: ${secret}`, '  Name: DB_PASSWORD'),
  ),
  withSecret('a function for the value of a name', alnum(20), (secret) =>
    environment('- Name: DB_PASSWORD', `  Value: !Sub "${secret}"`),
  ),
  withSecret('Fn::Sub in JSON', alnum(20), (secret) => inJson({ 'Fn::Sub': secret })),
  withSecret('Fn::Join in JSON', hunter, (secret) => inJson({ 'Fn::Join': ['', [secret]] })),
  withSecret('Fn::If in JSON', alnum(20), (secret) => inJson({ 'Fn::If': ['IsProd', { Ref: 'Password' }, secret] })),
  withSecret('Fn::Join of a script, the value apart', alnum(20), (secret) =>
    userData('#!/bin/sh\n', 'export DB_PASSWORD="', secret, '"\n'),
  ),
  withSecret('a script with escapes in YAML', alnum(20), (secret) =>
    property(`"#!/bin/sh\\ndbpass=${secret}\\n"`).replace('MasterUserPassword', 'UserData'),
  ),
  withSecret(
    'an access key in !Join',
    join('a1B', base64(37)),
    (secret) => property('!Ref X') + `      AwsSecretAccessKey: !Join ["", ["${secret}"]]\n`,
  ),
];

export const templateNegatives: readonly Sample[] = [
  without('!Sub of a parameter', property('!Sub "${Password}"')),
  without('!Sub of a dynamic reference', property("!Sub '{{resolve:secretsmanager:${Secret}:SecretString:password}}'")),
  without('!Sub of a dynamic reference to SSM', property('!Sub "{{resolve:ssm-secure:/${Stage}/db/password:1}}"')),
  without('!Sub of words around a parameter', property('!Sub "${Stage}-db-password"')),
  without('!Sub of a name with its version', property('!Sub "/${Stage}/db/password-v2"')),
  without(
    '!Sub of an ARN',
    property('!Sub "arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:db-x7Kq2P"'),
  ),
  without('!Sub with values that are references', property('!Sub ["${Word}", {Word: !Ref Password}]')),
  without(
    '!Join of a dynamic reference',
    property("!Join ['', ['{{resolve:secretsmanager:', !Ref Secret, ':SecretString:password}}']]"),
  ),
  without('!Join of references', property('!Join ["", [!Ref First, !GetAtt Second.Value]]')),
  without('!Join of a name', property('!Join ["-", [!Ref "AWS::StackName", db, password]]')),
  without('!If of references', property('!If [IsProductionStage2024, !Ref Password, !Ref "AWS::NoValue"]')),
  without(
    'Fn::If whose condition is a word',
    property('\n        Fn::If:\n          - IsProd2024Eu\n          - Ref: First\n          - Ref: Second'),
  ),
  without('Fn::GetAtt', property('\n        Fn::GetAtt: [Secret4dor3x, Value]')),
  without('!ImportValue', property('!ImportValue x7Kq2PvR9mTnW4bZ')),
  without('!FindInMap', property('!FindInMap [x7Kq2PvR9m, !Ref Stage, y8Lr3QwS0n]')),
  without('!Select of a split', property('!Select [0, !Split ["x7Kq2PvR9m", !Ref Password]]')),
  without(
    'a folded block with a reference',
    property('>-\n        {{resolve:secretsmanager:db:SecretString:password}}'),
  ),
  without('a literal block with a placeholder', property('|\n        ${Password}')),
  without('the next line with a reference', property("\n        '{{resolve:ssm-secure:/db/password:1}}'")),
  without('a flow map with a reference', environment("- {Name: DB_PASSWORD, Value: '{{resolve:secretsmanager:db}}'}")),
  without(
    'a flow map with a name of a secret',
    environment('- {Name: DB_PASSWORD, Type: SECRETS_MANAGER, Value: prod/db}'),
  ),
  without('the value before its name', environment('- Value: !Ref Password', '  Name: DB_PASSWORD')),
  without(
    'another value before the name',
    environment('- Value: x7Kq2PvR9mTnW4bZ', '  Name: BUILD', '- Name: DB_PASSWORD', '  Value: !Ref Password'),
  ),
  without(
    'a value of another name beside a reference',
    environment('- {Name: DB_PASSWORD, Value: !Ref P}', '- {Name: COMMIT, Value: x7Kq2PvR9mTnW4bZ}'),
  ),
  without('Fn::Sub in JSON', inJson({ 'Fn::Sub': '${Password}' })),
  without('Fn::Join in JSON', inJson({ 'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'Secret' }, '}}']] })),
  without('Fn::If in JSON', inJson({ 'Fn::If': ['IsProd2024Eu', { Ref: 'A' }, { Ref: 'B' }] })),
  without(
    'Fn::Join of a script with a reference',
    userData('#!/bin/sh\n', 'export DB_PASSWORD="', { Ref: 'Password' }, '"\n'),
  ),
  without(
    'a parameter without default',
    'Parameters:\n  DbPassword:\n    Type: String\n    NoEcho: true\n    MinLength: 12\n    Description: >-\n      Password of the master user, at least 12 characters\n',
  ),
];
