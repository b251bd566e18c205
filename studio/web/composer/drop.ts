import {useEffect, useState} from 'react';
import {studio} from '../session';

/** Takes in pictures that are dropped anywhere on the page, where nothing else takes them; whether some are held over it. */
export const useDrop = (): boolean => {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      setIsOver(!event.defaultPrevented);
      event.preventDefault();
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent) => {
      setIsOver(false);
      if (!hasFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      studio.drafting.attach([...(event.dataTransfer?.files ?? [])]);
    };
    // The window comes last, after all that may want them.
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, []);
  return isOver;
};

const hasFiles = ({dataTransfer}: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') ?? false;
