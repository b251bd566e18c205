import React, {useMemo} from 'react';
import {AbsoluteFill, interpolate, random, useCurrentFrame, useVideoConfig} from 'remotion';

export const meta = {id: 'night-sky', durationInFrames: 240, fps: 30, width: 1920, height: 1080};

type Star = {
  x: number;
  y: number;
  size: number;
  speed: number;
  phase: number;
};

const STAR_COUNT = 120;

export default function NightSky() {
  const frame = useCurrentFrame();
  const {width, height, durationInFrames} = useVideoConfig();

  const stars = useMemo<Star[]>(
    () =>
      Array.from({length: STAR_COUNT}, (_, i) => ({
        x: random(`x-${i}`) * width,
        y: random(`y-