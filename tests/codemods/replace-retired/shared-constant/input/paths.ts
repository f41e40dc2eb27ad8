export const SECTIONS = '/library/sections'; // all of them
