/** Length beyond which a pattern is not even read: nobody can check it by reading. */
export const longestPattern = 500;
