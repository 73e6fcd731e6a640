; Stands in for Multicall3's code during one eth_call: answers aggregate3 in the packed form that src/chain/unpack.ts
; reads. No opcode younger than Istanbul, so that it runs on every chain. The stack is noted with its top at the right:
;   p  where the reply goes on in memory        i  32 × the number of calls done
;   c  where the call stands in the call data   len  bytes of its answer, j of them done
; Memory: 0x00-0x1f one word under way, from 0x20 the reply.

            0x44  CALLDATASIZE  LT  @itself  JUMPI          ; too short for a list of calls
            1  0x20  MSTORE8                                ; the form's number
            0x21  0                                         ; p i
each:       DUP1  0x24 CALLDATALOAD  5 SHL  EQ  @done JUMPI ; p i
            DUP1  0x44 ADD  CALLDATALOAD  0x44 ADD          ; p i c
            DUP1  0x60 ADD  CALLDATALOAD                    ; p i c size
            DUP1  DUP3 0x80 ADD  DUP6  CALLDATACOPY         ; its data to p, where the answer comes later
            0 0  DUP3  DUP7  0  DUP7 CALLDATALOAD  GAS CALL ; p i c size ok
            SWAP2  POP POP                                  ; p i ok
; An answer longer than 15 bits can count is nobody's: it is left where it is, and the call has failed.
            RETURNDATASIZE  0x7fff  LT ISZERO               ; p i ok fits
            RETURNDATASIZE  DUP2 MUL                        ; p i ok fits len
            SWAP2  AND                                      ; p i len ok
            15 SHL  DUP2 OR  0xf0 SHL  DUP4 MSTORE          ; p i len       ok in the highest bit
            SWAP2  2 ADD  SWAP2  0                          ; p i len j
word:       DUP2  0x1f NOT AND  DUP2 EQ  @tail JUMPI
            0x20  DUP2  0  RETURNDATACOPY  0 MLOAD          ; p i len j w
            DUP1 NOT ISZERO  @most JUMPI
; The highest byte that is not zero, in five halvings: bits counts what is below it, x is what is left of the word.
            0  DUP2                                         ; p i len j w bits x
            DUP1  128 SHR  ISZERO ISZERO  7 SHL             ; w bits x by
            SWAP1  DUP2 SHR  SWAP2 OR  SWAP1                ; w bits x
            DUP1  64 SHR  ISZERO ISZERO  6 SHL
            SWAP1  DUP2 SHR  SWAP2 OR  SWAP1
            DUP1  32 SHR  ISZERO ISZERO  5 SHL
            SWAP1  DUP2 SHR  SWAP2 OR  SWAP1
            DUP1  16 SHR  ISZERO ISZERO  4 SHL
            SWAP1  DUP2 SHR  SWAP2 OR  SWAP1
            DUP1  8 SHR  ISZERO ISZERO  3 SHL
            SWAP1  DUP2 SHR  SWAP2 OR  SWAP1
            ISZERO ISZERO  SWAP1  3 SHR  ADD                ; p i len j w n
            DUP1  DUP7 MSTORE8
            DUP1  3 SHL  0x0100 SUB                         ; p i len j w n shift
            SWAP1 SWAP2 SWAP1  SHL                          ; p i len j n v
            DUP6  1 ADD  MSTORE                             ; p i len j n
next:       1 ADD  DUP5 ADD  SWAP4 POP                      ; p i len j
            0x20 ADD  @word JUMP
most:       POP  33  DUP5 MSTORE8  0  @next JUMP            ; p i len j n
tail:       SWAP1  0x1f AND                                 ; p i j rest
            DUP1  DUP3  DUP6  RETURNDATACOPY                ; p i j rest
            SWAP1 POP  DUP3 ADD  SWAP2 POP                  ; p i
            0x20 ADD  @each JUMP
done:       POP  0x20 SWAP1 SUB  0x20  RETURN

; What the round and its readers ask Multicall3 itself. Whatever else that contract can do is not asked of it.
itself:     0 CALLDATALOAD  0xe0 SHR
            DUP1  0x3408e470 EQ  @chain JUMPI               ; getChainId()
            DUP1  0x42cbb15c EQ  @number JUMPI              ; getBlockNumber()
            DUP1  0x4d2301cc EQ  @coin JUMPI                ; getEthBalance(address)
            0x0f28c97d EQ  @time JUMPI                      ; getCurrentBlockTimestamp()
            0  0  REVERT
chain:      CHAINID  @say JUMP
number:     NUMBER  @say JUMP
coin:       4 CALLDATALOAD  BALANCE  @say JUMP
time:       TIMESTAMP
say:        0 MSTORE  0x20  0  RETURN
