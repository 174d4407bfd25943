import { afterEach, describe, expect, it } from 'vitest';
import { checkFiles, checkIndex, resourceFiles, serviceIndex } from '../../src/dev/gen-index.ts';
import { folder } from '../cli/run.ts';

let dir: ReturnType<typeof folder> | undefined;
afterEach(() => {
  dir?.remove();
  dir = undefined;
});

describe('the index of checks', () => {
  it('imports every check file, sorted, and nothing else', () => {
    dir = folder({
      'checks/s3/s3-b.ts': '',
      'checks/s3/s3-a.ts': '',
      'checks/ec2/ec2-z-9.ts': '',
      'checks/s3/helper.ts': '',
      'checks/s3/s3-notes.md': '',
      'checks/index.ts': '',
    });
    expect(checkFiles(dir.path)).toEqual(['ec2/ec2-z-9.ts', 's3/s3-a.ts', 's3/s3-b.ts']);
    const text = checkIndex(checkFiles(dir.path));
    expect(text).toMatch(/^\/\/ Generated/);
    expect(text).toContain("import ec2Z9 from './ec2/ec2-z-9.ts';\nimport s3A from './s3/s3-a.ts';");
    expect(text).toContain('Array.of<Check>(\n  ec2Z9,\n  s3A,\n  s3B,\n);\n');
  });

  it('is valid without checks', () => expect(checkIndex([])).toContain('readonly Check[] = Array.of<Check>();'));
});

describe('the index of resource types', () => {
  it('groups them by service, several of a file too', () => {
    dir = folder({
      'src/services/s3/bucket.ts': "export const bucket = resource(s3, 'AWS::S3::Bucket', {});\n",
      'src/services/ec2/vpc.ts':
        "export const vpc = resource(ec2, 'AWS::EC2::VPC', {});\nexport const subnet = listed(ec2, 'AWS::EC2::Subnet', {});\n",
      'src/services/ec2/tags.ts': 'export const tags = 1;\n',
      'src/services/index.ts': '',
    });
    const files = resourceFiles(dir.path);
    expect(files).toEqual(['ec2/vpc.ts', 's3/bucket.ts']);
    const text = serviceIndex(dir.path, files);
    expect(text).toContain("import { vpc as ec2Vpc, subnet as ec2Subnet } from './ec2/vpc.ts';");
    expect(text).toContain(
      'export const ec2 = { vpc: ec2Vpc, subnet: ec2Subnet };\nexport const s3 = { bucket: s3Bucket };\n',
    );
  });
});
