//! The one table of packet types.

/// Who may send a packet of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Only to the server (`\0REQ`).
    ToServer,
    /// Only from the server (`\0RES`).
    FromServer,
    /// Either way.
    Both,
}

/// How the last argument of a packet ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Last {
    /// Text, as short as the other arguments.
    Text,
    /// A payload: any bytes, of any length.
    Payload,
}

macro_rules! commands {
    ($($name:ident = $number:literal $wire:literal $direction:ident $arguments:literal $last:ident;)+) => {
        /// A packet type, named as the protocol names it.
        #[allow(missing_docs)]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u32)]
        pub enum Command {
            $($name = $number,)+
        }

        impl Command {
            /// The type with this number.
            pub fn from_number(number: u32) -> Option<Self> {
                match number {
                    $($number => Some(Self::$name),)+
                    _ => None,
                }
            }

            /// The name in the protocol's documentation.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $wire,)+ }
            }

            /// Who sends it.
            pub fn direction(self) -> Direction {
                match self { $(Self::$name => Direction::$direction,)+ }
            }

            /// How many arguments it has.
            pub fn arguments(self) -> usize {
                match self { $(Self::$name => $arguments,)+ }
            }

            /// Whether its last argument is a payload.
            pub fn last(self) -> Last {
                match self { $(Self::$name => Last::$last,)+ }
            }
        }
    };
}

commands! {
    CanDo = 1 "CAN_DO" ToServer 1 Text;
    CantDo = 2 "CANT_DO" ToServer 1 Text;
    ResetAbilities = 3 "RESET_ABILITIES" ToServer 0 Text;
    PreSleep = 4 "PRE_SLEEP" ToServer 0 Text;
    Noop = 6 "NOOP" FromServer 0 Text;
    SubmitJob = 7 "SUBMIT_JOB" ToServer 3 Payload;
    JobCreated = 8 "JOB_CREATED" FromServer 1 Text;
    GrabJob = 9 "GRAB_JOB" ToServer 0 Text;
    NoJob = 10 "NO_JOB" FromServer 0 Text;
    JobAssign = 11 "JOB_ASSIGN" FromServer 3 Payload;
    WorkStatus = 12 "WORK_STATUS" Both 3 Text;
    WorkComplete = 13 "WORK_COMPLETE" Both 2 Payload;
    WorkFail = 14 "WORK_FAIL" Both 1 Text;
    GetStatus = 15 "GET_STATUS" ToServer 1 Text;
    EchoReq = 16 "ECHO_REQ" ToServer 1 Payload;
    EchoRes = 17 "ECHO_RES" FromServer 1 Payload;
    SubmitJobBg = 18 "SUBMIT_JOB_BG" ToServer 3 Payload;
    Error = 19 "ERROR" FromServer 2 Text;
    StatusRes = 20 "STATUS_RES" FromServer 5 Text;
    SubmitJobHigh = 21 "SUBMIT_JOB_HIGH" ToServer 3 Payload;
    SetClientId = 22 "SET_CLIENT_ID" ToServer 1 Text;
    CanDoTimeout = 23 "CAN_DO_TIMEOUT" ToServer 2 Text;
    AllYours = 24 "ALL_YOURS" ToServer 0 Text;
    WorkException = 25 "WORK_EXCEPTION" Both 2 Payload;
    OptionReq = 26 "OPTION_REQ" ToServer 1 Text;
    OptionRes = 27 "OPTION_RES" FromServer 1 Text;
    WorkData = 28 "WORK_DATA" Both 2 Payload;
    WorkWarning = 29 "WORK_WARNING" Both 2 Payload;
    GrabJobUniq = 30 "GRAB_JOB_UNIQ" ToServer 0 Text;
    JobAssignUniq = 31 "JOB_ASSIGN_UNIQ" FromServer 4 Payload;
    SubmitJobHighBg = 32 "SUBMIT_JOB_HIGH_BG" ToServer 3 Payload;
    SubmitJobLow = 33 "SUBMIT_JOB_LOW" ToServer 3 Payload;
    SubmitJobLowBg = 34 "SUBMIT_JOB_LOW_BG" ToServer 3 Payload;
    SubmitJobSched = 35 "SUBMIT_JOB_SCHED" ToServer 8 Payload;
    SubmitJobEpoch = 36 "SUBMIT_JOB_EPOCH" ToServer 4 Payload;
    GrabJobAll = 39 "GRAB_JOB_ALL" ToServer 0 Text;
    JobAssignAll = 40 "JOB_ASSIGN_ALL" FromServer 5 Payload;
    GetStatusUnique = 41 "GET_STATUS_UNIQUE" ToServer 1 Text;
    StatusResUnique = 42 "STATUS_RES_UNIQUE" FromServer 6 Text;
}
