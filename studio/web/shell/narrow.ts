import {useSyncExternalStore} from 'react';

const NARROW = matchMedia('(width <= 56rem)');

const subscribe = (onChange: () => void) => {
  NARROW.addEventListener('change', onChange);
  return () => NARROW.removeEventListener('change', onChange);
};

/** Whether there is room for one column alone. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => NARROW.matches);
