import type {ComponentType} from 'react';
import {parse} from 'es-module-lexer/js';
import {addressOfPackage, publish} from './imports';
import type {Playable} from '../api';

export type SceneComponent = ComponentType<Record<string, unknown>>;

/** How many modules stay: those of a long film and of the scene that is being typed. */
const KEPT = 64;

/** Addresses of modules by their code, the one used last at the end: what did not change is not run again. */
const published = new Map<string, string>();

const withoutExtension = (path: string): string => path.replace(/\.(tsx?|jsx?|mjs)$/, '');

/** Where a module is, seen from the folder of them all. */
const locate = (specifier: string, from: string): string =>
  withoutExtension(new URL(specifier, new URL(from, 'file:///')).pathname.slice(1));

const keep = (code: string): string => {
  const address = published.get(code) ?? publish(code);
  published.delete(code);
  published.set(code, address);
  return address;
};

const forgetOldest = (): void => {
  for (const [code, address] of published) {
    if (published.size <= KEPT) {
      return;
    }
    published.delete(code);
    URL.revokeObjectURL(address);
  }
};

/** The same code with the addresses of what it imports in place of their names. */
const link = (
  {path, javascript}: Playable['modules'][number],
  addressOf: (specifier: string) => string,
): string => {
  const [imports] = parse(javascript, path);
  let linked = '';
  let done = 0;
  for (const {n: specifier, s: start, e: end, d: dynamic} of imports) {
    if (dynamic === -1 && specifier !== undefined) {
      linked += javascript.slice(done, start) + addressOf(specifier);
      done = end;
    }
  }
  return linked + javascript.slice(done);
};

/** Runs the modules of a playable and gives its component, or throws what a person can be told. */
export const loadComponent = async ({modules, entry}: Playable): Promise<SceneComponent> => {
  const addresses = new Map<string, string>();
  for (const module of modules) {
    const addressOf = (specifier: string): string => {
      if (!specifier.startsWith('.')) {
        return addressOfPackage(specifier);
      }
      const address = addresses.get(locate(specifier, module.path));
      if (address === undefined) {
        throw new Error(`'${module.path}' imports '${specifier}', which is not there.`);
      }
      return address;
    };
    addresses.set(locate(`./${module.path}`, ''), keep(link(module, addressOf)));
  }
  const address = addresses.get(locate(`./${entry}`, ''));
  const loaded: {default?: unknown} = address === undefined ? {} : await import(address);
  forgetOldest();
  if (typeof loaded.default !== 'function') {
    throw new Error('The scene has no default export that is a component.');
  }
  return loaded.default as SceneComponent;
};
