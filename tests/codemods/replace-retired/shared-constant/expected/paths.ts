export const SECTIONS = '/library/sections/all'; // all of them
