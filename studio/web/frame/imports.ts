import * as layoutUtils from '@remotion/layout-utils';
import * as noise from '@remotion/noise';
import * as paths from '@remotion/paths';
import * as shapes from '@remotion/shapes';
import * as transitions from '@remotion/transitions';
import * as clockWipe from '@remotion/transitions/clock-wipe';
import * as fade from '@remotion/transitions/fade';
import * as flip from '@remotion/transitions/flip';
import * as iris from '@remotion/transitions/iris';
import * as none from '@remotion/transitions/none';
import * as slide from '@remotion/transitions/slide';
import * as wipe from '@remotion/transitions/wipe';
import * as react from 'react';
import * as jsxRuntime from 'react/jsx-runtime';
import * as remotion from 'remotion';

/** Everything that a scene may import from outside. */
const PACKAGES: Record<string, Record<string, unknown>> = {
  react,
  'react/jsx-runtime': jsxRuntime,
  remotion,
  '@remotion/layout-utils': layoutUtils,
  '@remotion/noise': noise,
  '@remotion/paths': paths,
  '@remotion/shapes': shapes,
  '@remotion/transitions': transitions,
  '@remotion/transitions/clock-wipe': clockWipe,
  '@remotion/transitions/fade': fade,
  '@remotion/transitions/flip': flip,
  '@remotion/transitions/iris': iris,
  '@remotion/transitions/none': none,
  '@remotion/transitions/slide': slide,
  '@remotion/transitions/wipe': wipe,
};

const SHELF = 'firstframePackages';
Object.defineProperty(globalThis, SHELF, {value: PACKAGES});

const addresses = new Map<string, string>();

/** Puts code where `import` finds it. */
export const publish = (code: string): string =>
  URL.createObjectURL(new Blob([code], {type: 'text/javascript'}));

/** A module that hands on what the bundle holds already, so that scene and player share one React. */
const forward = (name: string, content: Record<string, unknown>): string => {
  const from = `globalThis.${SHELF}[${JSON.stringify(name)}]`;
  const exported = Object.keys(content)
    .filter((key) => key !== 'default')
    .map((key) => `export const ${key} = content.${key};`);
  return [
    `const content = ${from};`,
    'export default content.default ?? content;',
    ...exported,
  ].join('\n');
};

/** The address of a package that a scene imports. */
export const addressOfPackage = (name: string): string => {
  const known = addresses.get(name);
  if (known !== undefined) {
    return known;
  }
  const content = Object.hasOwn(PACKAGES, name) ? PACKAGES[name] : undefined;
  if (content === undefined) {
    throw new Error(`The scene imports '${name}', which scenes may not import.`);
  }
  const address = publish(forward(name, content));
  addresses.set(name, address);
  return address;
};
