import './frame.css';
