import {ImageOff} from 'lucide-react';
import {useEffect, useRef, useState} from 'react';
import type {Playable} from '../api';
import {pictureOf} from './pictures';
import './thumbnail.css';

type Props = {playable: Playable; frame: number};

/** Whether an element has come near to what can be seen. */
const useNear = () => {
  const element = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const watched = element.current;
    if (watched === null || near) {
      return undefined;
    }
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true),
      {rootMargin: '200px'},
    );
    observer.observe(watched);
    return () => observer.disconnect();
  }, [near]);
  return [element, near] as const;
};

/** A picture of one frame, taken once it comes near to what can be seen. The one before stays until the new one is there. */
export const Thumbnail = ({playable, frame}: Props) => {
  const [element, near] = useNear();
  const [picture, setPicture] = useState<string | null>(null);
  const [isMissing, setIsMissing] = useState(false);
  const {width, height} = playable.meta;
  useEffect(() => {
    let gone = false;
    if (near) {
      void pictureOf(playable, frame).then((address) => {
        if (!gone) {
          setPicture((before) => address ?? before);
          setIsMissing(address === null);
        }
      });
    }
    return () => {
      gone = true;
    };
  }, [playable, frame, near]);
  return (
    <div ref={element} className="thumbnail" style={{aspectRatio: `${width} / ${height}`}}>
      {isMissing ? (
        <ImageOff aria-hidden />
      ) : (
        picture !== null && <img src={picture} alt="" draggable={false} />
      )}
    </div>
  );
};
