import {AbsoluteFill, Freeze, interpolate, random, spring, useCurrentFrame, useVideoConfig} from 'remotion';

export const defaultProps = {
	question: 'What if it\'s "enough"?',
	answer: 'It is.',
	dots: 12,
	holdAt: 40,
};

export const meta = {id: 'held', durationInFrames: 100, fps: 30, width: 640, height: 360};

function Dots({count}) {
	const frame = useCurrentFrame();
	const {fps, width} = useVideoConfig();
	return Array.from({length: count}, (_, i) => {
		const y = spring({frame: frame - i * 2, fps}) * 200;
		return <div key={i} style={{position: 'absolute', left: random(i) * (width - 20), top: y, width: 20, height: 20, background: 'crimson'}} />;
	});
}

export default function Held({question, answer, dots, holdAt}) {
	const frame = useCurrentFrame();
	const shown = interpolate(frame, [holdAt, holdAt + 20], [0, 1], {extrapolateLeft: 'clamp', extrapolateRight: 'clamp'});
	return (
		<AbsoluteFill style={{backgroundColor: 'lavender', fontSize: 36}}>
			<Freeze frame={Math.min(frame, 40)}>
				<Dots count={dots} />
			</Freeze>
			<div style={{position: 'absolute', left: 40, top: 250}}>{question}</div>
			<div style={{position: 'absolute', left: 40, top: 300, opacity: shown}}>{answer}</div>
		</AbsoluteFill>
	);
}
