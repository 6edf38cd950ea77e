<?php
require __DIR__ . '/../support.php';

show('grabJob', (string) (new ReflectionMethod('GearmanWorker', 'grabJob'))->getReturnType());
