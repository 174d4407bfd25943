import { describe, expect, it } from 'vitest';
import { partitionById, partitionOfRegion, partitions } from '../../src/partitions/partitions.ts';

describe('partitionOfRegion', () => {
  it.each([
    ['us-east-1', 'aws'],
    ['eu-central-2', 'aws'],
    ['il-central-1', 'aws'],
    ['mx-central-1', 'aws'],
    ['cn-north-1', 'aws-cn'],
    ['cn-northwest-1', 'aws-cn'],
    ['us-gov-east-1', 'aws-us-gov'],
    ['xx-new-1', 'aws'],
  ])('%s is in %s', (region, partition) => expect(partitionOfRegion(region).id).toBe(partition));
});

describe.each(partitions.map((partition) => [partition.id, partition] as const))('partition %s', (id, partition) => {
  it('is found by its id, and its regions belong to it', () => {
    expect(partitionById(id)).toBe(partition);
    expect(partition.defaultRegions).toContain(partition.mainRegion);
    for (const region of partition.defaultRegions) {
      expect(partitionOfRegion(region), region).toBe(partition);
      expect(partitions.filter(({ regionPattern }) => regionPattern.test(region))).toEqual([partition]);
    }
  });
});

it('an unknown partition is treated as the commercial one', () => expect(partitionById('aws-new').id).toBe('aws'));
