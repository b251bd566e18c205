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
import type {ComponentType} from 'react';

/** Everything that a scene may import. */
const MODULES: Record<string, unknown> = {
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

export type SceneModule = {
  default: ComponentType<Record<string, unknown>>;
  defaultProps: Record<string, unknown>;
};

const requireModule = (name: string): unknown => {
  const found = MODULES[name];
  if (found === undefined) {
    throw new Error(`The scene imports '${name}', which scenes may not import.`);
  }
  return found;
};

/** Runs the compiled code of a scene and returns what it exports. */
export const loadScene = (name: string, code: string): SceneModule => {
  const module: {exports: Partial<SceneModule>} = {exports: {}};
  const run = new Function('require', 'module', 'exports', `${code}\n//# sourceURL=${name}`);
  run(requireModule, module, module.exports);
  const {default: component, defaultProps} = module.exports;
  if (typeof component !== 'function') {
    throw new Error('The scene has no default export that is a component.');
  }
  return {default: component, defaultProps: defaultProps ?? {}};
};
