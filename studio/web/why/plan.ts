import type {Step} from '../api';
import {inWords} from '../controls/value';

/** What is to be done, in a sentence; names stand between backticks. */
export const stepInWords = (step: Step): string => {
  const say = SENTENCES[step.op];
  return say ? say(step) : [step.op, ...Object.values(step).slice(1).map(inWords)].join(' ');
};

/** Whether a step changes what is there. */
export const isChange = ({op}: Step): boolean => !['add', 'model', 'ask'].includes(op);

const SENTENCES: Record<string, (step: Step) => string> = {
  add: ({template}) => `add a scene of \`${template}\``,
  model: () => 'ask a model',
  ask: ({question}) => `ask: ${question}`,
  set: (step) => `set ${named(step.param)} of ${scenes(step.scene)} to \`${inWords(step.value)}\``,
  scale: (step) =>
    `make ${named(step.param)} of ${scenes(step.scene)} ${inWords(step.by)} times as much`,
  insert: (step) =>
    `put \`${inWords(step.value)}\` into ${named(step.param)} of ${scenes(step.scene)}`,
  remove: (step) =>
    `take ${step.value ? `\`${inWords(step.value)}\` out of ` : ''}${named(step.param)} of ${scenes(step.scene)}${step.value ? '' : ' away'}`,
  'replace-text': (step) => `write \`${step.to}\` for \`${step.from}\` in ${scenes(step.scene)}`,
  'copy-style': (step) => `give ${scenes(step.scene)} the style of scene ${step.from}`,
  retemplate: (step) => `show ${scenes(step.scene)} as \`${step.template}\``,
  delete: (step) => `delete ${scenes(step.scene)}`,
  duplicate: (step) => `copy ${scenes(step.scene)}`,
  move: (step) => `move scene ${step.scene} to place ${step.to}`,
  trim: (step) =>
    `make ${scenes(step.scene)} ${step.by === undefined ? `${inWords(step.seconds)} s long` : `${signed(step.by)} s`}`,
  transfer: (step) => `give ${inWords(step.seconds)} s of scene ${step.from} to scene ${step.to}`,
  rename: (step) => `call scene ${step.scene} \`${step.name}\``,
  undo: () => 'take the last change back',
  redo: () => 'bring back what was taken back',
  reformat: (step) => `give all scenes the format \`${step.format}\``,
  transition: (step) => `go from scene ${step.from} to scene ${step.to} by \`${step.style}\``,
  merge: (step) => `play ${scenes(step.scene)} as one`,
  split: (step) => `cut scene ${step.scene} at ${inWords(step.at)} s`,
};

const scenes = (scene: unknown) => {
  if (scene === 'all') return 'all scenes';
  const numbers = Array.isArray(scene) ? scene : [scene];
  return `${numbers.length === 1 ? 'scene' : 'scenes'} ${numbers.join(', ')}`;
};

const named = (param: unknown) => `${param}`.replaceAll('_', ' ');

const signed = (seconds: unknown) => {
  const number = Number(seconds);
  return `${number < 0 ? '' : '+'}${number}`.replace('-', '−');
};
