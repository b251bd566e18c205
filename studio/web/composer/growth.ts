import {useLayoutEffect} from 'react';
import type {RefObject} from 'react';

/** Lets a field be as high as what is in it. */
export const useGrowth = (field: RefObject<HTMLTextAreaElement | null>, text: string) => {
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [field, text]);
};
