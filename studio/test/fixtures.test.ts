import assert from 'node:assert/strict';
import {before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Finding, Kind} from '../src/check/finding';
import {inspect} from '../src/check/inspection';
import {readEmission} from '../src/scene/emission';

const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url));

/** What is wrong with each fixture: one thing, and nothing else may be found. */
const WRONG: Record<string, Kind> = {
  'blank.tsx': 'blank',
  'clipped.tsx': 'cut',
  'covered.tsx': 'covered',
  'endless.tsx': 'throws',
  'hidden-color.tsx': 'unreadable',
  'motionless.tsx': 'still',
  'overflowing.tsx': 'outside',
  'overlapping.tsx': 'overlap',
  'pictureless.tsx': 'image',
  'tailless.tsx': 'cut',
  'throwing.tsx': 'throws',
  'tiny.tsx': 'small',
  'transparent.tsx': 'transparent',
  'unlike.tsx': 'missing',
  'waiting.tsx': 'stuck',
};

let findings: Finding[] = [];
const stages = new Set<string>();

before(async () => {
  const scenes = await readEmission(FIXTURES);
  findings = await inspect(scenes, [0.1, 0.5, 0.75], (stage) => stages.add(stage));
});

for (const good of ['good.tsx', 'lively.tsx']) {
  test(`${good} passes`, () => {
    assert.deepEqual(
      findings.filter(({file}) => file === good),
      [],
    );
  });
}

for (const [file, kind] of Object.entries(WRONG)) {
  test(`${file} is found to be wrong in one way: ${kind}`, () => {
    const kinds = findings.filter((finding) => finding.file === file).map((found) => found.kind);
    assert.deepEqual(kinds, [kind]);
  });
}

test('every stage reports its progress', () => {
  assert.deepEqual([...stages], ['formatting', 'type-checking', 'filming']);
});
